import type { Moment } from '../../../shared/domain/moment.ts';
import { dateFormat } from '../../ui/date-format.ts';

/** A moment as a field for day and time shows it, `2026-11-23T10:00`, in a zone. */
export function toLocal(moment: Moment, timeZone: string): string {
  const parts = dateFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment));
  return parts.replace(' ', 'T');
}

/** A day and time as typed, read in a zone. */
export type LocalTime =
  | { readonly kind: 'moment'; readonly moment: Moment }
  /** The clocks go back over it; `later` says which of the two is meant. */
  | { readonly kind: 'twice'; readonly moment: Moment; readonly later: boolean }
  /** The clocks go forward over it. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'not-entered' };

/** Reads a day and time; of two that are written the same it is the earlier, or the one that was set before. */
export function readLocal(local: string, timeZone: string, before: Moment | null): LocalTime {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00.000Z`) : NaN;
  if (Number.isNaN(asUtc)) return { kind: 'not-entered' };
  // A clock is changed at most once within these two days, so that it shows either offset or both.
  const [first, second] = [...new Set([asUtc - day, asUtc + day].map((at) => asUtc - offsetAt(at, timeZone)))]
    .toSorted((one, other) => one - other)
    .map(isoOf)
    .filter((moment) => toLocal(moment, timeZone) === local);
  if (first === undefined) return { kind: 'skipped' };
  if (second === undefined) return { kind: 'moment', moment: first };
  const later = before === second;
  return { kind: 'twice', moment: later ? second : first, later };
}

/** The moment that is meant; null where none was entered or there is none. */
export function momentOf(time: LocalTime): Moment | null {
  return 'moment' in time ? time.moment : null;
}

const day = 86_400_000;

function offsetAt(at: number, timeZone: string): number {
  return Date.parse(`${toLocal(isoOf(at), timeZone)}:00.000Z`) - at;
}

/** What was typed of a time, and where nothing was, the time as it is set now: it follows what others change. */
export function shownTimes(typed: TypedTimes, task: Planned | undefined, timeZone: string): Shown {
  const now = (moment: Moment | null | undefined) => (moment ? toLocal(moment, timeZone) : '');
  return { start: typed.start ?? now(task?.plannedStart), end: typed.end ?? now(task?.plannedEnd) };
}

interface TypedTimes {
  readonly start: string | null;
  readonly end: string | null;
}

interface Planned {
  readonly plannedStart: Moment | null;
  readonly plannedEnd: Moment | null;
}

interface Shown {
  readonly start: string;
  readonly end: string;
}

function isoOf(milliseconds: number): Moment {
  return new Date(milliseconds).toISOString();
}
