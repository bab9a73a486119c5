import { itemsPage } from '../case/items-page.ts';
import type { OfficeId, TaskId } from '../ids.ts';
import { allocateTask, type AllocateTask } from './allocate-task.ts';

/** Gives several tasks of a case to one office at once (seed, right 2; domain.md §16.2). */
export interface AllocateTasks {
  readonly tasks: readonly TaskId[];
  readonly office: OfficeId;
}

/** The page of `allocate-tasks`: one decision about one office, so one that is refused refuses all. */
export const allocateTasks = itemsPage<AllocateTasks, AllocateTask, true>({
  each: allocateTask,
  eachByItself: false,
  split: ({ tasks, office }) => tasks.map((task) => ({ item: task, input: { task, office } })),
  only: ({ tasks, office }, isKept) => ({ tasks: tasks.filter(isKept), office }),
});
