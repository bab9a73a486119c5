import { itemsPage } from '../case/items-page.ts';
import type { TaskId } from '../ids.ts';
import { approveTask, type ApproveTask } from './approve-task.ts';

/** Approves many completed tasks of a case at once, each by itself (seed, right 9: bulk). */
export interface ApproveTasks {
  readonly tasks: readonly TaskId[];
}

/** The page of `approve-tasks`: what cannot be approved keeps none of the others from it. */
export const approveTasks = itemsPage<ApproveTasks, ApproveTask, true>({
  each: approveTask,
  eachByItself: true,
  split: ({ tasks }) => tasks.map((task) => ({ item: task, input: { task } })),
  only: ({ tasks }, isKept) => ({ tasks: tasks.filter(isKept) }),
});
