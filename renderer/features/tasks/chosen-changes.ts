import type { Case } from '../../../shared/domain/case/case.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { AddTask } from '../../../shared/domain/task/add-task.ts';
import type { Task } from '../../../shared/domain/task/task.ts';

/** What is to become of the tasks of a case, until it is saved. */
export interface ChosenChanges {
  readonly added: readonly AddTask[];
  readonly removed: readonly TaskId[];
}

/** A type of task with what stands of it. */
export interface TypeInCase {
  readonly type: string;
  /** Not where the portal has it no more: none is added then. */
  readonly offered: boolean;
  readonly standing: readonly Task[];
}

/** Every type that the portal has or the case has tasks of. */
export function typesInCase({ tasks }: Pick<Case, 'tasks'>, { taskTypes }: PortalSettings): readonly TypeInCase[] {
  const codes = new Set([...taskTypes.map(({ code }) => code), ...tasks.map(({ type }) => type)]);
  return [...codes].map((type) => ({
    type,
    offered: taskTypes.some(({ code }) => code === type),
    standing: tasks.filter((task) => task.type === type),
  }));
}

/** The changes with so many tasks of a type added; one where none stands is no extra task. */
export function adding(
  { added, removed }: ChosenChanges,
  { type, standing }: TypeInCase,
  count: number,
  newId: () => TaskId,
): ChosenChanges {
  const before = added.filter((each) => each.type === type);
  const wanted = Array.from({ length: count }, (_, index): AddTask => {
    const extra = standing.length > 0 || index > 0;
    return before[index] ?? { id: newId(), type, extra };
  });
  return { added: [...added.filter((each) => each.type !== type), ...wanted], removed };
}

/** The changes with a task to be removed, or not any more. */
export function toggled({ added, removed }: ChosenChanges, task: TaskId): ChosenChanges {
  const isChosen = removed.includes(task);
  return { added, removed: isChosen ? removed.filter((each) => each !== task) : [...removed, task] };
}

/** The commands that save the changes: what is added first. */
export function commandsFor({ added, removed }: ChosenChanges, { tasks }: Pick<Case, 'tasks'>): readonly CaseCommand[] {
  const gone = tasks.filter(({ id }) => removed.includes(id)).map(({ id, type }) => ({ task: id, type }));
  return [
    ...(added.length > 0 ? [{ name: 'add-tasks', input: { added } } as const] : []),
    ...(gone.length > 0 ? [{ name: 'remove-tasks', input: { removed: gone } } as const] : []),
  ];
}
