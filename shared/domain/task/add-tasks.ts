import { itemsPage } from '../case/items-page.ts';
import { addTask, type AddTask } from './add-task.ts';

/** Adds several tasks to a case at once, each by itself (domain.md §3.1: *Add/remove case tasks*). */
export interface AddTasks {
  readonly added: readonly AddTask[];
}

/** The page of `add-tasks`: what somebody else added meanwhile keeps none of the others out. */
export const addTasks = itemsPage<AddTasks, AddTask, false>({
  each: addTask,
  eachByItself: true,
  split: ({ added }) => added.map((each) => ({ item: each.id, input: each })),
  only: ({ added }, isKept) => ({ added: added.filter(({ id }) => isKept(id)) }),
});
