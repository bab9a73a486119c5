import type { Case } from '../case/case.ts';
import type { Task } from './task.ts';

/** So many tasks at most are named by one command. */
export const mostTasksAtOnce = 100;

/** The tasks that wait for their approval; the main inspection is finished by its decision instead (domain.md §9). */
export function toApprove({ tasks }: Pick<Case, 'tasks'>): readonly Task[] {
  return tasks.filter(({ status, main }) => status === '4' && !main);
}
