import type { ClosedDay } from '../../../shared/domain/portal/calendar.ts';

export const noDay: ClosedDay = { date: '', name: '' };

/** True where both fields of one more day are filled in. */
export function isWhole({ date, name }: ClosedDay): boolean {
  return date !== '' && name.trim() !== '';
}
