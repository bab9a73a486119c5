import type { AccountDatabase } from '../store/account-tables.ts';

/** How a count grows and fades. */
export interface Fading {
  /** It grows no further than this. */
  readonly most: number;
  /** Milliseconds after which one less is counted. */
  readonly oneLessAfter: number;
}

/** A count, and what it belongs to. */
export interface Counted extends Fading {
  /** A hash: the table names nobody. */
  readonly id: string;
  /** A hash of the account that is forgiven it; null for what is about no account. */
  readonly account: string | null;
}

/** What is kept of a count. */
export interface Kept {
  /** How many there are now, with the fraction that has not faded yet. */
  readonly count: number;
  readonly knownUntil: number;
}

/** No server's clock is further from another's; what lies further ahead was written by a clock that was wrong. */
const skew = 60_000;

/**
 * Counts in SQL, so that several portal servers count together and a restart forgets nothing. A count is one number,
 * the millisecond at which nothing of it is left: it fades without being written, and stays right whichever server adds.
 */
export function createFadingCounts(clock: () => number) {
  return {
    /** Adds one; false, and nothing added, where there are the most already. */
    addOne: async (db: AccountDatabase, counted: Counted): Promise<boolean> => {
      const now = clock();
      const { id, account, oneLessAfter } = counted;
      const full = now + lasting(counted);
      const added = await db
        .insertInto('sign_in_limit')
        .values({ id, account, gone_at: now + oneLessAfter, known_until: 0 })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((of) => ({
              gone_at: of
                .case()
                .when(of.between('sign_in_limit.gone_at', now, full))
                .then(of('sign_in_limit.gone_at', '+', oneLessAfter))
                .else(now + oneLessAfter)
                .end(),
            }))
            .where((of) => of.not(of.between('sign_in_limit.gone_at', full - oneLessAfter + 1, full + skew))),
        )
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },
    read: async (db: AccountDatabase, all: readonly Counted[]): Promise<readonly Kept[]> => {
      const ids = all.map(({ id }) => id);
      const rows = await db.selectFrom('sign_in_limit').selectAll().where('id', 'in', ids).execute();
      const now = clock();
      return all.map((counted) => {
        const row = rows.find(({ id }) => id === counted.id);
        const left = (row?.gone_at ?? 0) - now;
        const nonsense = left < 0 || left > lasting(counted) + skew;
        return { count: nonsense ? 0 : left / counted.oneLessAfter, knownUntil: row?.known_until ?? 0 };
      });
    },
  };
}

/** The whole seconds until one more can be counted; 0 where it can now. */
export function secondsClosed({ most, oneLessAfter }: Fading, count: number): number {
  return Math.max(0, Math.ceil(((Math.min(count, most) + 1 - most) * oneLessAfter) / 1000));
}

function lasting({ most, oneLessAfter }: Fading): number {
  return most * oneLessAfter;
}
