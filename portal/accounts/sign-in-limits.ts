import { createHash } from 'node:crypto';
import { setTimeout as elapsed } from 'node:timers/promises';
import type { AccountDatabase } from '../store/account-tables.ts';
import { addressGroup } from './address-group.ts';
import { createFadingCounts, secondsClosed, type Counted, type Fading } from './fading-counts.ts';
import { createLane } from './lane.ts';

/** Who tries: an account, by its e-mail address, from a socket address. */
export interface Trying {
  readonly account: string;
  readonly from: string;
}

/** The answer to a try that is not looked at: when to come again. */
export interface SlowDown {
  readonly kind: 'slow-down';
  readonly seconds: number;
}

/** Slows guessing down without keeping anybody out (docs/decisions/0011-who-guesses-waits.md). */
export interface SignInLimits {
  /** Looks at a try when its turn comes; what answers null has failed. */
  readonly attempt: <Answer>(
    trying: Trying,
    look: () => Promise<Answer | null>,
  ) => Promise<{ readonly kind: 'looked-at'; readonly answer: Answer | null } | SlowDown>;
  /** Counts a mail; null where it may be sent. */
  readonly countMail: (trying: Trying) => Promise<SlowDown | null>;
  /** After a new password: the account's failures are forgotten, and the address it was chosen at is known. */
  readonly forgive: (db: AccountDatabase, trying: Trying) => Promise<void>;
}

/** What limits are made of. */
export interface LimitOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const limits = {
  /** Five wrong passwords of one account from one address; then one a minute. */
  both: { most: 5, oneLessAfter: minute },
  /** An office mistypes less than sixty times in a minute. */
  address: { most: 60, oneLessAfter: second },
  /** Ten are free, from wherever they come; each one more is a second to wait, eight at most. */
  account: { most: 18, oneLessAfter: 30 * second },
  mailAddress: { most: 20, oneLessAfter: minute },
  mailAccount: { most: 3, oneLessAfter: 5 * minute },
} as const satisfies Readonly<Record<string, Fading>>;

const freeOfAccount = 10;
const knownFor = 180 * day;
/** With waits of eight seconds: one guess a second at an account, from however many addresses. */
const mostAtOneAccount = 8;
const mostInLane = 40;
const untilLaneMoves = 5;

/** Limits kept in SQL, so that several portal servers count together and a restart forgets nothing. */
export function createSignInLimits(db: AccountDatabase, { clock, pause = elapsed }: LimitOptions): SignInLimits {
  const counts = createFadingCounts(clock);
  const waiting = new Map<string, number>();
  // Those who are known do not stand in line behind strangers.
  const lanes = { known: createLane(), strange: createLane() };

  async function judge(trying: Trying): Promise<{ known: boolean; seconds: number; delay: number }> {
    const [both, address, account] = await counts.read(db, failuresOf(trying));
    const known = (both?.knownUntil ?? 0) > clock();
    const closed = secondsClosed(limits.both, both?.count ?? 0);
    if (known) return { known, seconds: closed, delay: 0 };
    return {
      known,
      seconds: Math.max(closed, secondsClosed(limits.address, address?.count ?? 0)),
      delay: second * Math.max(0, Math.ceil((account?.count ?? 0) - freeOfAccount)),
    };
  }

  /** False where too many wait at this account already. */
  async function waitAt(account: string, milliseconds: number): Promise<boolean> {
    const before = waiting.get(account) ?? 0;
    if (before >= mostAtOneAccount) return false;
    waiting.set(account, before + 1);
    await pause(milliseconds);
    const after = (waiting.get(account) ?? 1) - 1;
    if (after > 0) waiting.set(account, after);
    else waiting.delete(account);
    return true;
  }

  return {
    attempt: async (trying, look) => {
      const { known, seconds, delay } = await judge(trying);
      if (seconds > 0) return slowDown(seconds);
      if (delay > 0 && !(await waitAt(folded(trying.account), delay))) return slowDown(delay / second);
      const lane = known ? lanes.known : lanes.strange;
      if (lane.length() >= mostInLane) return slowDown(untilLaneMoves);
      return lane.run(async () => {
        // Asked again: of those who came together, each is judged by what became of the ones before.
        const now = await judge(trying);
        if (now.seconds > 0) return slowDown(now.seconds);
        const answer = await look();
        if (answer !== null) await remember(db, trying, clock() + knownFor);
        else for (const each of failuresOf(trying)) await counts.addOne(db, each);
        return { kind: 'looked-at', answer };
      });
    },
    countMail: async (trying) => {
      for (const each of mailsOf(trying)) {
        if (!(await counts.addOne(db, each))) return slowDown(each.oneLessAfter / second);
      }
      return null;
    },
    forgive: async (transaction, trying) => {
      const account = hashOf('account', folded(trying.account));
      await transaction.deleteFrom('sign_in_limit').where('account', '=', account).execute();
      await remember(transaction, trying, clock() + knownFor);
    },
  };
}

/** Nothing failed here, and the account is at home at this address. */
async function remember(db: AccountDatabase, trying: Trying, knownUntil: number): Promise<void> {
  const [{ id, account }] = failuresOf(trying);
  const row = { gone_at: 0, known_until: knownUntil };
  await db
    .insertInto('sign_in_limit')
    .values({ id, account, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function failuresOf(trying: Trying): readonly [Counted, Counted, Counted] {
  const [account, from] = [folded(trying.account), addressGroup(trying.from)];
  const owner = hashOf('account', account);
  return [
    { ...limits.both, id: hashOf('both', account, from), account: owner },
    { ...limits.address, id: hashOf('address', from), account: null },
    { ...limits.account, id: owner, account: owner },
  ];
}

function mailsOf(trying: Trying): readonly Counted[] {
  const [account, from] = [folded(trying.account), addressGroup(trying.from)];
  return [
    { ...limits.mailAddress, id: hashOf('mail-address', from), account: null },
    { ...limits.mailAccount, id: hashOf('mail-account', account), account: hashOf('account', account) },
  ];
}

function slowDown(seconds: number): SlowDown {
  return { kind: 'slow-down', seconds };
}

function folded(account: string): string {
  return account.trim().toLowerCase();
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('base64url');
}
