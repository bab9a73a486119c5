import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { AccountTables } from '../store/account-tables.ts';

/** Opens a person's journal after a new password (sync.md 4): random, made at the first sign-in, the same ever after. */
export async function recoverySecret(db: Kysely<AccountTables>, person: PersonId): Promise<string> {
  await db
    .insertInto('recovery')
    .values({ person, secret: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('person').doNothing())
    .execute();
  const kept = await db.selectFrom('recovery').select('secret').where('person', '=', person).executeTakeFirstOrThrow();
  return kept.secret;
}
