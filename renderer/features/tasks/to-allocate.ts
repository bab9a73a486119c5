import type { Case } from '../../../shared/domain/case/case.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { TaskStatus } from '../../../shared/domain/task/task-status.ts';

/** One command takes no more of them. */
const mostAtOnce = 50;

const givenAnew: readonly TaskStatus[] = ['0', '0+', '1'];

/** The tasks that no office has yet. */
export function unallocated({ tasks }: Pick<Case, 'tasks'>): readonly Task[] {
  return tasks.filter(({ status }) => status === 'C').slice(0, mostAtOnce);
}

/** All that can be given to an office, those that have none first; later on a task stays where it is (domain.md §3.3 row 20). */
export function allocatable(subject: Pick<Case, 'tasks'>): readonly Task[] {
  const others = subject.tasks.filter(({ status }) => givenAnew.includes(status));
  return [...unallocated(subject), ...others].slice(0, mostAtOnce);
}
