import type { Case } from '../case/case.ts';
import { decided, refused, silently, type CaseQuestion, type Decision } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { revisionBy } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import { findTask, reaching, stalePart, withTask, wrongStatus } from './change-task.ts';
import type { TaskStatus } from './task-status.ts';
import type { Task } from './task.ts';

/** Sets when a task is carried out: 1 → 2, or → B++ where no budget is asked for (domain.md §3.3 rows 5, 6, 6a). */
export interface SetTime {
  readonly task: TaskId;
  readonly start: Moment;
  readonly end: Moment;
}

/** Decides `set-time`; later on it only moves the time. Two people who set the same time are of one mind. */
export function setTime(question: CaseQuestion, input: SetTime): Decision<Case> {
  const task = findTask(question.case, input.task);
  if (!task) return refused({ code: 'case-not-found', grantor: 'nobody' });
  const verdict = may(question.standing, 'task.schedule', { case: question.case, task });
  if (!verdict.allowed) return refused(verdict.refusal);
  const conflict = wrongStatus(task, ['1', '2', 'B', 'B+', 'B++', '3', '3-']);
  if (conflict) return refused(conflict);
  if (input.end <= input.start) return refused({ code: 'time-order', grantor: 'nobody' });
  const same = task.plannedStart === input.start && task.plannedEnd === input.end;
  if (same && task.status !== '1') return silently(question.case);
  const stale = same ? null : stalePart(question, task, task.timeSet);
  if (stale) return refused(stale);
  const step = task.status === '1' ? reaching(question, task, statusAfterTime(task)) : {};
  const time = { plannedStart: input.start, plannedEnd: input.end, timeSet: revisionBy(question.stamp) };
  const tasks = withTask(question, task, { ...step, ...time });
  return decided(question, {
    as: verdict.as,
    change: { tasks },
    entry: { what: 'time-set', facts: { task: task.type, start: input.start, end: input.end } },
  });
}

function statusAfterTime(task: Task): TaskStatus {
  return task.budget === 'required' ? '2' : 'B++';
}
