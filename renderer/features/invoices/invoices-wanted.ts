import type { Wanted } from '../../../shared/domain/asking/ask.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { ownTask } from '../case/frame.ts';

/** What is asked for where none are seen: to enter those of the own tasks, or to decide on what the case costs. */
export function invoicesWanted(open: OpenCase): Wanted {
  const task = ownTask(open);
  return task ? { wanted: 'add-invoice', task: task.id } : { wanted: 'budget.approve' };
}
