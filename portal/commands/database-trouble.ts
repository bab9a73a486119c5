import { sql } from 'kysely';
import type { Store } from '../store/open-store.ts';

/** Serialisation failure and deadlock of PostgreSQL: to be tried again. */
const inTheWay = ['40001', '40P01'];

/** True for trouble that a second try gets past. */
export function isOnlyBusy(cause: unknown): boolean {
  const code = codeOf(cause);
  return inTheWay.includes(code) || code.startsWith('SQLITE_BUSY');
}

/** True for text that PostgreSQL cannot hold (a zero character): bad input, found out late. */
export function isBadText(cause: unknown): boolean {
  return codeOf(cause) === '22021';
}

/** True when it was not the command but the database that failed: it is locked, full, or does not answer. */
export async function isDown(store: Store, cause: unknown): Promise<boolean> {
  const code = codeOf(cause);
  if (/^(SQLITE_(BUSY|FULL|IOERR|CANTOPEN|READONLY)|08|53|57P)/.test(code)) return true;
  try {
    await sql`select 1`.execute(store.db);
    return false;
  } catch {
    return true;
  }
}

function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
