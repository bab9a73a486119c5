import type { Moment } from '../../../../shared/domain/moment.ts';
import { dateFormat } from '../../../ui/date-format.ts';

/** A moment as a field for day and time shows it, `2026-11-23T10:00`, in the portal's zone. */
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

/** The moment of a day and time in the portal's zone; null where there is no such one. */
export function fromLocal(local: string, timeZone: string): Moment | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
  const asUtc = Date.parse(`${local}:00.000Z`);
  if (Number.isNaN(asUtc)) return null;
  // Twice: the first step may land on the other side of a change to or from summer time.
  let guess = asUtc;
  for (let step = 0; step < 2; step += 1)
    guess = asUtc - (Date.parse(`${toLocal(isoOf(guess), timeZone)}:00.000Z`) - guess);
  return isoOf(guess);
}

function isoOf(milliseconds: number): Moment {
  return new Date(milliseconds).toISOString();
}
