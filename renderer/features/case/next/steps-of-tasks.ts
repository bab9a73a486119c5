import type { Action } from '../../../../shared/domain/dashboard/actions.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import { actionWords } from '../../../words/action-words.ts';
import { taskTypeName } from '../../../words/task-words.ts';
import type { Deed, NextStep } from '../family.ts';

/** The steps about one task each, with what a press does. */
export function stepsOfTasks(deedOf: (task: Task, next: string, open: OpenCase) => Deed | null) {
  return (open: OpenCase, actions: readonly Action[]): readonly NextStep[] =>
    actions.flatMap((action) => {
      const { content, directory, standing } = open;
      const task = content.case.tasks.find(({ id }) => id === action.task);
      if (!task) return [];
      const { next } = actionWords(action.kind);
      return {
        action,
        about: task.id,
        tasks: [task.id],
        title: `${next} · ${taskTypeName(task.type, standing.settings)}`,
        detail: directory.offices.find(({ id }) => id === task.office)?.name ?? '',
        deed: deedOf(task, next, open),
      };
    });
}
