import { DatabaseAway } from '../store/database-away.ts';
import { PortalHeld } from './portal-turn.ts';

/** Serialisation failure and deadlock of PostgreSQL: to be tried again. SQLite has waited for as long as it may. */
const inTheWay = ['40001', '40P01'];

/** True for trouble that a second try gets past. */
export function isOnlyBusy(cause: unknown): boolean {
  return inTheWay.includes(codeOf(cause));
}

/** True for text that PostgreSQL cannot hold (a zero character): bad input, found out late. */
export function isBadText(cause: unknown): boolean {
  return codeOf(cause) === '22021';
}

/** True where one portal is held by somebody else (PostgreSQL: lock_not_available); others can be changed meanwhile. */
export function isHeld(cause: unknown): boolean {
  return causesOf(cause).some((each) => each instanceof PortalHeld || codeOf(each) === '55P03');
}

/**
 * PostgreSQL: connection lost, out of resources, no longer the writing one (25006), transaction ended because it was
 * idle (25P03), shut down or starting. SQLite: locked, full, or its disk fails.
 */
const away = /^(08|53|57P|25006$|25P03$|SQLITE_(BUSY|FULL|IOERR|CANTOPEN|READONLY))/;

/** True when it was not the request but the database that failed: the same request may pass later. */
export function isUnavailable(cause: unknown): boolean {
  const ofDatabase = (each: unknown): boolean =>
    each instanceof DatabaseAway || away.test(codeOf(each)) || isOnlyBusy(each);
  return isHeld(cause) || causesOf(cause).some(ofDatabase);
}

/** A fault and what caused it: better-auth wraps what the database said. */
function causesOf(cause: unknown): readonly unknown[] {
  return cause instanceof Error ? [cause, ...causesOf(cause.cause)] : [];
}

function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
