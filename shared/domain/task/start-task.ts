import type { Told } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { revisionBy } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import { isResponsible } from '../rights/roles-in-case.ts';
import { gateRefusal, reaching, withTask, wrongStatus } from './change-task.ts';
import { stepOfTask, taskPage, type OnTask } from './task-page.ts';
import { isRunning } from './task-status.ts';
import type { Task } from './task.ts';

/** Starts a task: B++ → 3; an inspection also by right 16 (domain.md §3.3 row 13, §3.4, §10). */
export type StartTask = OnTask;

/** The page of `start-task`. A second start changes nothing and is no error: the first one wins (domain.md §10). */
export const startTask = taskPage<StartTask>({
  authority: 'task.start',
  rights: ['inspection.start'],
  reads: ['head', 'tasks', 'role', 'decision'],
  changes: stepOfTask.changes,
  may: ({ standing, case: subject, task }) => may(standing, startAuthority(task), { case: subject, task }),
  check: (asked) =>
    isRunning(asked.task.status) ? null : (wrongStatus(asked.task, ['B++']) ?? gateRefusal(asked, asked.task)),
  apply: (asked) => {
    const { task, standing, stamp } = asked;
    if (isRunning(task.status)) return null;
    const from = asked.as === 'office' ? 'field' : 'desk';
    const started = { ...revisionBy(stamp), by: personRef(standing), from } as const;
    return { tasks: withTask(asked, task, { ...reaching(asked, task, '3'), started }) };
  },
  log: ({ task }) => ({ what: 'task-started', facts: { task: task.type } }),
  tells: ({ standing, task }) =>
    isResponsible(standing, task)
      ? []
      : task.responsibles.map(({ member }): Told => ['task-started', { kind: 'member', member }]),
});

/** What starting a task asks for: an inspection can be started by right 16 too. */
export function startAuthority({ kind }: Pick<Task, 'kind'>): 'inspection.start' | 'task.start' {
  return kind === 'inspection' ? 'inspection.start' : 'task.start';
}
