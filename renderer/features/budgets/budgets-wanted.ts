import type { Wanted } from '../../../shared/domain/asking/ask.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { ownTask } from '../case/frame.ts';

/** What is asked for where they are not seen: to enter those of the own tasks, or to decide on them by the role. */
export function budgetsWanted(open: OpenCase): Wanted {
  const task = ownTask(open);
  return task ? { wanted: 'submit-budget', task: task.id } : { wanted: 'budget.approve' };
}
