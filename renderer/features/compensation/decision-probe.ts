import { isEarly } from '../../../shared/domain/compensation/decide-compensation.ts';
import { mainInspection } from '../../../shared/domain/compensation/compensation-page.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { decisionInput, emptyDecision } from './decision-draft.ts';

/** To decide as far as it is known before anything is entered: who may, and whether the inspection can be decided on. */
export function decisionProbe(open: OpenCase): CaseCommand {
  const task = mainInspection(open.content.case);
  const early = task !== undefined && isEarly(task);
  return { name: 'decide-compensation', input: decisionInput(emptyDecision(open), open, task, early) };
}
