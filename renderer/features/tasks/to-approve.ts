import type { Case } from '../../../shared/domain/case/case.ts';
import type { Task } from '../../../shared/domain/task/task.ts';

/** One command takes no more of them. */
const mostAtOnce = 100;

/** The tasks that wait for their approval; the main inspection is finished by its decision instead. */
export function toApprove({ tasks }: Pick<Case, 'tasks'>): readonly Task[] {
  return tasks.filter(({ status, main }) => status === '4' && !main).slice(0, mostAtOnce);
}
