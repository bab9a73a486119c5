import { checkCase, type CaseCommand } from '../../../shared/domain/command-book.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import type { SeenRevisions } from '../../../shared/domain/revision.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { revisionsOf } from '../../../shared/domain/who-changed.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import type { CaseView } from './case-view.ts';

/** What a forecast looks at: the case as it is shown, its clock, and the revision the person has seen. */
export interface Question {
  readonly open: OpenCase;
  readonly now: Moment;
  /** Left out: what is on the screen now. */
  readonly seen?: SeenRevisions;
}

/**
 * What the portal would answer to a command as things stand: the refusal, or null. The rules are asked whole, so that
 * a right, a status and a limit are all explained before anything is typed. What cannot be decided here counts as yes.
 */
export function forecast({ open, now, seen }: Question, command: CaseCommand): Refusal | null {
  const basedOn = seen === undefined ? revisionsOf(open.content.case, command) : seen;
  const stamp = { id: 'forecast', at: now, receivedAt: null, basedOn };
  const { standing, directory } = open;
  const checked = checkCase({ actor: standing, directory, case: open.content.case, stamp }, command);
  return checked.kind === 'refused' ? checked.refusal : null;
}

/**
 * The same before the choice is made, when a dialog could be opened for it: what is only missing because nothing was
 * chosen yet is no reason to keep the dialog shut.
 */
export function forecastDialog(question: Question & Pick<CaseView, 'families'>, command: CaseCommand): Refusal | null {
  const refusal = forecast(question, command);
  const unchosen = refusal && question.families.some((family) => family.unchosen?.[command.name]?.(refusal));
  return unchosen ? null : refusal;
}
