import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AccountTables } from '../store/account-tables.ts';

/** What is counted: so many tries are free, then each failure closes it for longer. */
export interface Counted {
  readonly kind: 'sign-in-address' | 'sign-in-account' | 'mail-address' | 'mail-account';
  readonly value: string;
}

/** What a try was let through with; a success gives it back. */
export interface Try {
  readonly allowed: true;
  /** Nothing failed: the account is free again, and the address has its try back. */
  readonly succeeded: () => Promise<void>;
}

/** The answer to "may this be tried now?". */
export type TryAnswer = Try | { readonly allowed: false; readonly seconds: number };

/** Slows guessing down, by socket address and by account, without ever locking anybody out (sync.md 36). */
export interface SignInLimits {
  readonly attempt: (counted: readonly Counted[]) => Promise<TryAnswer>;
}

/** People of one office share an address; nobody mistypes that often. */
const freeTries = { 'sign-in-address': 30, 'sign-in-account': 5, 'mail-address': 20, 'mail-account': 3 } as const;
const longest = 15 * 60_000;
const forgottenAfter = 24 * 3_600_000;

interface Row {
  readonly id: string;
  readonly kind: Counted['kind'];
  readonly failures: number;
  readonly closedUntil: number;
}

/** Limits kept in SQL, so that several portal servers count together and a restart forgets nothing. */
export function createSignInLimits(db: Kysely<AccountTables>, clock: () => number): SignInLimits {
  /** A try counts as failed from its beginning: parallel guesses cannot slip in before the first answer. */
  async function reserve(counted: Counted): Promise<Row | number> {
    const id = idOf(counted);
    for (;;) {
      const now = clock();
      await db
        .insertInto('sign_in_limit')
        .values({ id, failures: 0, closed_until: 0, last_at: now })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      const seen = await db.selectFrom('sign_in_limit').selectAll().where('id', '=', id).executeTakeFirst();
      // Forgiven by a success just now: begin again.
      if (!seen) continue;
      if (seen.closed_until > now) return Math.ceil((seen.closed_until - now) / 1000);
      const failures = (seen.last_at < now - forgottenAfter ? 0 : seen.failures) + 1;
      const changed = await db
        .updateTable('sign_in_limit')
        .set({ failures, closed_until: closedUntil(now, failures, freeTries[counted.kind]), last_at: now })
        .where('id', '=', id)
        .where('failures', '=', seen.failures)
        .where('closed_until', '=', seen.closed_until)
        .executeTakeFirst();
      if (changed.numUpdatedRows > 0n) return { id, kind: counted.kind, failures, closedUntil: seen.closed_until };
    }
  }

  async function giveBack(row: Row): Promise<void> {
    if (row.kind === 'sign-in-account') {
      await db.deleteFrom('sign_in_limit').where('id', '=', row.id).execute();
      return;
    }
    await db
      .updateTable('sign_in_limit')
      .set((of) => ({ failures: of('failures', '-', 1), closed_until: row.closedUntil }))
      .where('id', '=', row.id)
      .where('failures', '>', 0)
      .execute();
  }

  return {
    attempt: async (counted) => {
      const rows: Row[] = [];
      for (const each of counted) {
        const row = await reserve(each);
        if (typeof row === 'number') {
          // What was not looked at is no failure of the others.
          await Promise.all(rows.map(giveBack));
          return { allowed: false, seconds: row };
        }
        rows.push(row);
      }
      return { allowed: true, succeeded: async () => void (await Promise.all(rows.map(giveBack))) };
    },
  };
}

/** 0 while tries are free, for another server's clock may be behind this one's. */
function closedUntil(now: number, failures: number, free: number): number {
  return failures < free ? 0 : now + Math.min(longest, 1000 * 2 ** Math.min(20, failures - free));
}

function idOf({ kind, value }: Counted): string {
  return createHash('sha256').update(`${kind} ${value.trim().toLowerCase()}`).digest('base64url');
}
