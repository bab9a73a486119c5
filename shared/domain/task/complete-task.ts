import type { Case } from '../case/case.ts';
import { decided, refused, tellDeciders, type CaseQuestion, type Decision } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import { may } from '../rights/may.ts';
import { findTask, reaching, withTask, wrongStatus } from './change-task.ts';

/** Marks a running task as done: 3 → 4 (domain.md §3.3 row 17). */
export interface CompleteTask {
  readonly task: TaskId;
}

/** Decides `complete-task`; a changed budget that still waits (3-) has to be decided first. */
export function completeTask(question: CaseQuestion, input: CompleteTask): Decision<Case> {
  const task = findTask(question.case, input.task);
  if (!task) return refused({ code: 'case-not-found', grantor: 'nobody' });
  const verdict = may(question.standing, 'task.complete', { case: question.case, task });
  if (!verdict.allowed) return refused(verdict.refusal);
  const conflict = wrongStatus(task, ['3']);
  if (conflict) return refused(conflict);
  const tasks = withTask(question, task, { ...reaching(question, '4'), sentBack: null });
  return decided(question, {
    as: verdict.as,
    change: { tasks },
    entry: { what: 'task-completed', facts: { task: task.type } },
    tell: tellDeciders(question, 'task-completed', 'tasks.approve'),
  });
}
