import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { PasswordFault } from '../../shared/contract/password-fault.ts';
import type { AccountTables } from '../store/account-tables.ts';
import { addMails } from '../mail/add-mails.ts';
import type { Store } from '../store/open-store.ts';
import { resetMail } from './account-mail.ts';
import { linkMinutes } from './auth.ts';
import { createLane } from './lane.ts';
import { noteFirstPassword } from './note-first-passwords.ts';
import { findLink, makeLink, useLink } from './one-time-links.ts';
import { hashPassword } from './password-hash.ts';
import { passwordFault, type Chooser } from './password-rules.ts';
import { hasAnyPassword, setPassword } from './people.ts';
import type { SignInLimits, SlowDown } from './sign-in-limits.ts';

/** How somebody comes to a new password: by a mailed link that works once. */
export interface NewPasswords {
  /** Mails a link where the address is known; what it answers never tells. */
  readonly forgotPassword: (email: string, from: string) => Promise<SlowDown | null>;
  readonly resetPassword: (token: string, password: string, from: string) => Promise<ResetAnswer>;
  /** Takes the first password of somebody who was invited; who has one by now keeps it. */
  readonly acceptInvitation: (token: string, password: string, from: string) => Promise<ResetAnswer>;
  /** True while a link holds; asking does not use it up. */
  readonly holdsResetLink: (token: string) => Promise<boolean>;
  readonly holdsInvitation: (token: string) => Promise<boolean>;
  /** Resolves when no mail is being written. */
  readonly idle: () => Promise<void>;
}

/** What came of choosing a new password. */
export type ResetAnswer = 'changed' | 'link-used-or-expired' | PasswordFault;

interface Needs {
  readonly store: Store;
  readonly limits: SignInLimits;
  readonly now: () => Moment;
  readonly newId: () => string;
  readonly mark: () => string;
  readonly publicUrl: () => string;
  readonly onFault: (fault: unknown) => void;
}

/** New passwords; changing one ends every session of the person. */
export function createNewPasswords(needs: Needs): NewPasswords {
  const { limits, onFault } = needs;
  const background = new Set<Promise<void>>();
  // A link that is sent a hundred times at once is used up by the first, and makes the server hash once.
  const lane = createLane();
  const holds = async (purpose: Purpose, token: string): Promise<boolean> =>
    (await personOf(needs, { purpose, token })) !== null;
  const choose = async (choice: Choice): Promise<ResetAnswer> => {
    // Asked first, so that nobody stands in line by guessing at links.
    if (!(await holds(choice.purpose, choice.token))) return 'link-used-or-expired';
    return lane.run(() => choosePassword(needs, choice));
  };
  return {
    forgotPassword: async (email, from) => {
      const tooMany = await limits.countMail({ account: email, from });
      if (tooMany) return tooMany;
      // Not waited for: an answer that takes longer would tell that the address is known.
      const work = mailLink(needs, email)
        .catch(onFault)
        .finally(() => background.delete(work));
      background.add(work);
      return null;
    },
    resetPassword: (token, password, from) => choose({ purpose: 'reset-password', token, password, from }),
    acceptInvitation: (token, password, from) => choose({ purpose: 'invitation', token, password, from }),
    holdsResetLink: (token) => holds('reset-password', token),
    holdsInvitation: (token) => holds('invitation', token),
    idle: async () => void (await Promise.all(background)),
  };
}

type Purpose = 'reset-password' | 'invitation';

interface Choice {
  readonly purpose: Purpose;
  readonly token: string;
  readonly password: string;
  readonly from: string;
}

async function choosePassword(needs: Needs, choice: Choice): Promise<ResetAnswer> {
  const { password } = choice;
  const person = await personOf(needs, choice);
  if (person === null) return 'link-used-or-expired';
  const fault = await passwordFault(password, person);
  if (fault !== null) return fault;
  const passwordHash = await hashPassword(password);
  const changed = await changePassword(needs, choice, { ...person, passwordHash });
  if (changed === 'first') await noteFirstPassword(needs, person.id);
  return changed ? 'changed' : 'link-used-or-expired';
}

async function personOf(
  { store, now }: Needs,
  { purpose, token }: Pick<Choice, 'purpose' | 'token'>,
): Promise<({ readonly id: string } & Chooser) | null> {
  const id = await findLink(store.db, purpose, token, now());
  if (id === null) return null;
  const accounts = store.db.withTables<AccountTables>();
  if (purpose === 'invitation' && (await hasAnyPassword(accounts, id))) return null;
  return accounts
    .selectFrom('auth_user')
    .select(['id', 'name', 'email'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

interface Changing {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** The new password, the used links and the ended sessions are one; null where the link was used meanwhile. */
function changePassword(
  { store, now, limits }: Needs,
  { purpose, token, from }: Choice,
  person: Changing,
): Promise<'first' | 'another' | null> {
  return store.db.transaction().execute(async (transaction) => {
    const at = now();
    if (!(await useLink(transaction, { purpose, token, value: person.id }, at))) return null;
    const accounts = transaction.withTables<AccountTables>();
    const first = !(await hasAnyPassword(accounts, person.id));
    if (purpose === 'invitation' && !first) return null;
    await setPassword(transaction, person, at);
    await accounts.deleteFrom('auth_session').where('user_id', '=', person.id).execute();
    await limits.forgive(accounts, { account: person.email, from });
    return first ? 'first' : 'another';
  });
}

/** Link and mail are there together or not at all. */
async function mailLink({ store, now, newId, publicUrl }: Needs, email: string): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    const user = await transaction
      .withTables<AccountTables>()
      .selectFrom('auth_user')
      .select(['id', 'email'])
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst();
    if (!user) return;
    const at = now();
    const until = fromMilliseconds(toMilliseconds(at) + linkMinutes * 60_000);
    const token = await makeLink(transaction, { id: newId(), purpose: 'reset-password', value: user.id, at, until });
    const link = `${publicUrl()}/reset-password?token=${token}`;
    await addMails({ store, db: transaction }, [resetMail({ to: user.email, link, id: newId(), at })]);
  });
}
