import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Moment } from '../../shared/domain/moment.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Tables } from '../store/tables.ts';

/** What a link is for; the token of one purpose opens nothing of another. */
export type LinkPurpose = 'reset-password' | 'invitation' | 'set-up';

/** A link as it is made. */
export interface NewLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  /** Whom or what it is about. */
  readonly value: string;
  readonly at: Moment;
  readonly until: Moment;
}

/** Makes a link and answers its token, of which only a hash is kept. */
export async function makeLink(db: Kysely<Tables>, link: NewLink): Promise<string> {
  const { id, purpose, value, at, until } = link;
  const token = randomBytes(24).toString('base64url');
  await db
    .withTables<AccountTables>()
    .insertInto('auth_verification')
    .values({
      id,
      identifier: identifierOf(purpose, token),
      value,
      expires_at: until,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return token;
}

/** What a link is about while it holds, else null; looking at it does not use it up (sync.md 36). */
export async function findLink(
  db: Kysely<Tables>,
  purpose: LinkPurpose,
  token: string,
  now: Moment,
): Promise<string | null> {
  const link = await db
    .withTables<AccountTables>()
    .selectFrom('auth_verification')
    .select('value')
    .where('identifier', '=', identifierOf(purpose, token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return link?.value ?? null;
}

/**
 * Uses a link up, and with it every other one of its purpose about the same: who asked three times has three mails.
 * Of two that are used at once, the later finds none.
 */
export async function useLink(
  db: Transaction<Tables>,
  { purpose, token, value }: Pick<NewLink, 'purpose' | 'value'> & { readonly token: string },
  now: Moment,
): Promise<boolean> {
  const used = await endLinks(db, { purpose, value });
  const identifier = identifierOf(purpose, token);
  return used.some((each) => each.identifier === identifier && each.expires_at > now);
}

/** Ends every link of a purpose about somebody; answers which. */
export function endLinks(db: Transaction<Tables>, { purpose, value }: Pick<NewLink, 'purpose' | 'value'>) {
  return db
    .withTables<AccountTables>()
    .deleteFrom('auth_verification')
    .where('value', '=', value)
    .where('identifier', 'like', `${purpose}:%`)
    .returning(['identifier', 'expires_at'])
    .execute();
}

function identifierOf(purpose: LinkPurpose, token: string): string {
  return `${purpose}:${createHash('sha256').update(token).digest('base64url')}`;
}
