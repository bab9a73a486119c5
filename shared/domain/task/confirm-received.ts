import type { Case } from '../case/case.ts';
import { decided, refused, type CaseQuestion, type Decision } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import { may } from '../rights/may.ts';
import { findTask, reaching, withTask, wrongStatus } from './change-task.ts';

/** Confirms that the office has received a task: 0 → 0+ (domain.md §3.3 row 3). */
export interface ConfirmReceived {
  readonly task: TaskId;
}

/** Decides `confirm-received`. */
export function confirmReceived(question: CaseQuestion, input: ConfirmReceived): Decision<Case> {
  const task = findTask(question.case, input.task);
  if (!task) return refused({ code: 'case-not-found', grantor: 'nobody' });
  const verdict = may(question.standing, 'task.confirm', { case: question.case, task });
  if (!verdict.allowed) return refused(verdict.refusal);
  const conflict = wrongStatus(task, ['0']);
  if (conflict) return refused(conflict);
  const tasks = withTask(question, task, reaching(question, task, '0+'));
  return decided(question, {
    as: verdict.as,
    change: { tasks },
    entry: { what: 'received-confirmed', facts: { task: task.type } },
  });
}
