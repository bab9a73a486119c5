import { plural } from '@lingui/core/macro';
import type { Action } from '../../../shared/domain/dashboard/actions.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { actionWords } from '../../words/action-words.ts';
import { listText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import type { NextStep } from '../case/frame.ts';

/** One step for all tasks that no office has: they are given together, or some of them. */
export function allocationStep({ content, standing }: OpenCase, actions: readonly Action[]): readonly NextStep[] {
  const [action] = actions;
  const waiting = content.case.tasks.filter(({ id }) => actions.some(({ task }) => task === id));
  if (!action || waiting.length === 0) return [];
  const tasks = waiting.map(({ id }) => id);
  const { next } = actionWords(action.kind);
  const names = listText(waiting.map(({ type }) => taskTypeName(type, standing.settings)));
  return [
    {
      action,
      about: tasks.length === 1 ? (tasks[0] ?? null) : null,
      tasks,
      title: tasks.length === 1 ? `${next} · ${names}` : next,
      detail: tasks.length === 1 ? '' : plural(tasks.length, { one: `# task: ${names}`, other: `# tasks: ${names}` }),
      deed: { label: next, dialog: { kind: 'assign-partner', tasks } },
    },
  ];
}
