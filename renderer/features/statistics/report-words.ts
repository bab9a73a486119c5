import { t } from '@lingui/core/macro';
import type { Report } from '../../../shared/contract/reports.ts';
import type { StatisticsCell } from '../../../shared/domain/statistics/cell.ts';
import type { Trouble } from '../../portal/answer.ts';
import { dayText, moneyText, momentText } from '../../words/figures.ts';

/** Which cases a report is about. */
export function reportWords({ from, to, state }: Pick<Report, 'from' | 'to' | 'state'>): string {
  const [first, last] = [dayText(from), dayText(to)];
  switch (state) {
    case 'open':
      return t`Open cases created ${first} – ${last}`;
    case 'closed':
      return t`Closed cases created ${first} – ${last}`;
    case 'all':
      return t`All cases created ${first} – ${last}`;
  }
}

/** Why the portal did not do what it was asked for, and what helps. */
export function reportTroubleWords(trouble: Trouble): string {
  if (trouble.kind === 'unreachable') return t`The portal cannot be reached now. Try again when it can.`;
  switch (trouble.problem.kind) {
    case 'slow-down':
      return t`Three of your reports are being made already. Wait until one of them is done.`;
    case 'not-found':
      return t`The report is not there for you any more. Ask for a new one.`;
    case 'not-allowed':
      return t`Reports are for the insurer's people and for admins of a company (level 4). An admin of your company can change your level.`;
    case 'not-understood':
      return t`The portal did not understand this. Check the days.`;
    default:
      return t`The portal cannot answer now. Try again in a while.`;
  }
}

/** What a cell says on the screen. */
export function cellText(cell: StatisticsCell): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
      return cell.text;
    case 'count':
      return String(cell.value);
    case 'money':
      return moneyText(cell);
    case 'day':
      return dayText(cell.day);
    case 'moment':
      return momentText(cell.moment);
  }
}
