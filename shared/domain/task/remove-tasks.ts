import { itemsPage } from '../case/items-page.ts';
import { removeTask, type RemoveTask } from './remove-task.ts';

/** Takes several tasks out of a case at once, each by itself. */
export interface RemoveTasks {
  readonly removed: readonly RemoveTask[];
}

/** The page of `remove-tasks`: one that went on meanwhile stays, and keeps none of the others in. */
export const removeTasks = itemsPage<RemoveTasks, RemoveTask, true>({
  each: removeTask,
  eachByItself: true,
  split: ({ removed }) => removed.map((each) => ({ item: each.task, input: each })),
  only: ({ removed }, isKept) => ({ removed: removed.filter(({ task }) => isKept(task)) }),
});
