import type { Case } from '../case/case.ts';
import { decided, refused, type CaseQuestion, type Decision } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { may } from '../rights/may.ts';
import { findTask, reaching, withTask, wrongStatus } from './change-task.ts';
import type { TaskStatus } from './task-status.ts';
import type { Task } from './task.ts';

/** Sets when a task is carried out: 1 → 2, or → B++ where no budget is asked for (domain.md §3.3 rows 5, 6, 6a). */
export interface SetTime {
  readonly task: TaskId;
  readonly start: Moment;
  readonly end: Moment;
}

/** Decides `set-time`; later on it only moves the time. */
export function setTime(question: CaseQuestion, input: SetTime): Decision<Case> {
  const task = findTask(question.case, input.task);
  if (!task) return refused({ code: 'case-not-found', grantor: 'nobody' });
  const verdict = may(question.standing, 'task.schedule', { case: question.case, task });
  if (!verdict.allowed) return refused(verdict.refusal);
  const conflict = wrongStatus(task, ['1', '2', 'B', 'B+', 'B++', '3', '3-']);
  if (conflict) return refused(conflict);
  if (input.end <= input.start) return refused({ code: 'time-order', grantor: 'nobody' });
  const step = task.status === '1' ? reaching(question, statusAfterTime(task)) : {};
  const tasks = withTask(question, task, { ...step, plannedStart: input.start, plannedEnd: input.end });
  return decided(question, {
    as: verdict.as,
    change: { tasks },
    entry: { what: 'time-set', facts: { task: task.type, start: input.start, end: input.end } },
  });
}

function statusAfterTime(task: Task): TaskStatus {
  return task.budget === 'required' ? '2' : 'B++';
}
