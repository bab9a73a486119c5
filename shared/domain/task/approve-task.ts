import type { Case } from '../case/case.ts';
import { decided, ownCompanyFlag, refused, type CaseQuestion, type Decision, type Told } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { may, type Verdict } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { findTask, reaching, staleTask, withTask, wrongStatus } from './change-task.ts';
import type { Task } from './task.ts';

/** Approves a completed task: 4 → A (seed, right 9; domain.md §3.3 row 18). */
export interface ApproveTask {
  readonly task: TaskId;
}

/** Sends a completed task back to be corrected: 4 → 3, with the reason (domain.md §3.3 row 19). */
export interface SendBackTask {
  readonly task: TaskId;
  readonly reason: string;
}

/** Decides `approve-task`. */
export function approveTask(question: CaseQuestion, input: ApproveTask): Decision<Case> {
  const checked = check(question, input.task);
  if ('refusal' in checked) return refused(checked.refusal);
  const { task, verdict } = checked;
  if (question.case.hidden.includes('other-budgets')) return { kind: 'undecided' };
  const pending = question.case.budgets.some(
    (budget) => budget.state === 'submitted' && budget.tasks.includes(task.id),
  );
  if (pending) return refused({ code: 'pending-budget', grantor: 'insurer' });
  const tasks = withTask(question, task, { ...reaching(question, task, 'A'), sentBack: null });
  return decided(question, {
    as: verdict.as,
    change: { tasks },
    entry: { what: 'task-approved', facts: { task: task.type, ...ownCompanyFlag(question, task.company) } },
    tell: toOffice(task, 'task-approved'),
  });
}

/** Decides `send-back-task`. */
export function sendBackTask(question: CaseQuestion, input: SendBackTask): Decision<Case> {
  const checked = check(question, input.task);
  if ('refusal' in checked) return refused(checked.refusal);
  const { task, verdict } = checked;
  const sentBack = { reason: input.reason, by: personRef(question.standing), at: question.stamp.at };
  const tasks = withTask(question, task, { ...reaching(question, task, '3'), sentBack });
  const facts = { task: task.type, reason: input.reason };
  return decided(question, {
    as: verdict.as,
    change: { tasks },
    entry: { what: 'task-sent-back', facts, company: task.company },
    tell: toOffice(task, 'task-sent-back'),
  });
}

type Checked =
  { readonly task: Task; readonly verdict: Extract<Verdict, { allowed: true }> } | { readonly refusal: Refusal };

/** Both need right 9 and a task in 4; the main inspection is finished by its decision instead (right 4). */
function check(question: CaseQuestion, id: string): Checked {
  const task = findTask(question.case, id);
  if (!task) return { refusal: { code: 'case-not-found', grantor: 'nobody' } };
  const verdict = may(question.standing, 'tasks.approve', { case: question.case, task });
  if (!verdict.allowed) return { refusal: verdict.refusal };
  if (task.main) return { refusal: { code: 'inspection-undecided', grantor: 'insurer' } };
  const refusal = wrongStatus(task, ['4']) ?? staleTask(question, task);
  return refusal ? { refusal } : { task, verdict };
}

function toOffice(task: Task, notice: 'task-approved' | 'task-sent-back'): readonly Told[] {
  if (task.office === null || task.company === null) return [];
  return [[notice, { kind: 'office', office: task.office, company: task.company }]];
}
