import type { Case } from '../case/case.ts';
import { decided, refused, silently, type CaseQuestion, type Decision, type Told } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import { may } from '../rights/may.ts';
import { isResponsible } from '../rights/roles-in-case.ts';
import { findTask, gateRefusal, reaching, withTask, wrongStatus } from './change-task.ts';
import { isRunning } from './task-status.ts';
import type { Task } from './task.ts';

/** Starts a task: B++ → 3; an inspection also by right 16 (domain.md §3.3 row 13, §3.4, §10). */
export interface StartTask {
  readonly task: TaskId;
}

/** Decides `start-task`. A second start changes nothing and is no error: the first one wins (domain.md §10). */
export function startTask(question: CaseQuestion, input: StartTask): Decision<Case> {
  const task = findTask(question.case, input.task);
  if (!task) return refused({ code: 'case-not-found', grantor: 'nobody' });
  const verdict = may(question.standing, startAuthority(task), { case: question.case, task });
  if (!verdict.allowed) return refused(verdict.refusal);
  if (isRunning(task.status)) return silently(question.case);
  const refusal = wrongStatus(task, ['B++']) ?? gateRefusal(question, task);
  if (refusal) return refused(refusal);
  const tell = isResponsible(question.standing, task)
    ? []
    : task.responsibles.map((each): Told => ['task-started', { kind: 'member', member: each.member }]);
  const tasks = withTask(question, task, reaching(question, task, '3'));
  return decided(question, {
    as: verdict.as,
    change: { tasks },
    entry: { what: 'task-started', facts: { task: task.type } },
    tell,
  });
}

/** What starting a task asks for: an inspection can be started by right 16 too. */
export function startAuthority({ kind }: Pick<Task, 'kind'>): 'inspection.start' | 'task.start' {
  return kind === 'inspection' ? 'inspection.start' : 'task.start';
}
