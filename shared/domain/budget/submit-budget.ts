import type { Case } from '../case/case.ts';
import { deadlineStart, decided, refused, tellDeciders, type CaseQuestion, type Decision } from '../decision.ts';
import type { FileRef } from '../document/document.ts';
import { createdId, type BudgetId, type TaskId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import type { Money } from '../money.ts';
import { may, type Verdict } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { wrongStatus } from '../task/change-task.ts';
import { targetFrom } from '../task/target.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { Task } from '../task/task.ts';
import type { Budget } from './budget.ts';

/** Sends a budget for approval, or a new version of one: tasks go to B, running ones to 3- (domain.md §6.1, §6.2). */
export interface SubmitBudget {
  readonly tasks: readonly TaskId[];
  readonly description: string;
  readonly money: Money;
  readonly file: FileRef;
  readonly comment: string;
  /** The budget this is a new version of; null for a new one. */
  readonly revises: BudgetId | null;
}

/** Decides `submit-budget`: an amount and a calculation file, for tasks of one company: the own, or with right 7 another's. */
export function submitBudget(question: CaseQuestion, input: SubmitBudget): Decision<Case> {
  const { case: subject, standing, stamp } = question;
  const tasks = subject.tasks.filter((task) => input.tasks.includes(task.id));
  const first = tasks[0];
  if (!first || tasks.length !== new Set(input.tasks).size)
    return refused({ code: 'case-not-found', grantor: 'nobody' });
  const mayFor = (task: Task): Verdict => may(standing, 'budget.submit', { case: subject, task });
  const verdict = tasks.map(mayFor).find((each) => !each.allowed) ?? mayFor(first);
  if (!verdict.allowed) return refused(verdict.refusal);
  if (tasks.some((task) => task.company !== first.company))
    return refused({ code: 'other-office-task', grantor: 'other-office' });
  if (standing.settings.workPlans)
    return refused({ code: 'feature-off', grantor: 'operator', feature: 'work-plans-in-use' });
  const earlier = subject.budgets.find((budget) => budget.id === input.revises);
  const conflict = tasks.map((task) => statusRefusal(task, earlier)).find((refusal) => refusal !== null);
  if (conflict) return refused(conflict);
  if (input.revises !== null && (!earlier || !sameTasks(earlier, input.tasks)))
    return refused({ code: 'case-not-found', grantor: 'nobody' });
  if (earlier && stamp.basedOn !== earlier.revision) {
    return refused({ code: 'stale', grantor: 'nobody', changedBy: null, changedAt: earlier.submittedAt });
  }
  if (input.money.currency !== standing.settings.currency) {
    return refused({ code: 'currency-differs', grantor: 'nobody', expected: standing.settings.currency });
  }
  const budget = nextVersion(question, input, first, earlier);
  const budgets = earlier
    ? subject.budgets.map((each) => (each.id === earlier.id ? budget : each))
    : [...subject.budgets, budget];
  const document = {
    ...input.file,
    id: createdId<'document'>(stamp.id, 1),
    budget: budget.id,
    by: personRef(standing),
    at: stamp.at,
  };
  const change = { budgets, documents: [...subject.documents, document], tasks: waitingTasks(question, tasks) };
  const entry = {
    what: 'budget-submitted',
    facts: { description: input.description, version: String(budget.version) },
    company: budget.company,
  } as const;
  const tell = tellDeciders(question, 'budget-submitted', 'budget.approve');
  return decided(question, { as: verdict.as, change, entry, tell });
}

/** From where a budget is sent: a new one from 2 and while the work runs, a new version also from B, B++ and 3- (§3.3 rows 7, 14, 15). */
function statusRefusal(task: Task, earlier: Budget | undefined): Refusal | null {
  return wrongStatus(task, earlier ? ['2', 'B', 'B++', '3', '3-'] : statusesForNew(task));
}

/** True for a task that a new budget can be sent for. */
export function takesNewBudget(task: Task): boolean {
  return statusesForNew(task).includes(task.status);
}

function statusesForNew(task: Task): readonly TaskStatus[] {
  return task.budget === 'required' ? ['2', '3'] : ['2'];
}

function nextVersion(question: CaseQuestion, input: SubmitBudget, first: Task, earlier: Budget | undefined): Budget {
  const { standing, stamp } = question;
  return {
    id: earlier?.id ?? createdId<'budget'>(stamp.id),
    tasks: earlier?.tasks ?? input.tasks,
    office: first.office ?? '',
    company: first.company ?? '',
    version: (earlier?.version ?? 0) + 1,
    state: 'submitted',
    description: input.description,
    money: input.money,
    file: input.file,
    comment: input.comment,
    submittedBy: personRef(standing),
    submittedAt: stamp.at,
    target: targetFrom(standing.settings, 'B', deadlineStart(stamp)),
    rejection: null,
    approvals: earlier?.approvals ?? [],
    forwarded: null,
    revision: stamp.id,
  };
}

function waitingTasks({ case: subject, standing, stamp }: CaseQuestion, tasks: readonly Task[]): readonly Task[] {
  return subject.tasks.map((task) => {
    if (!tasks.includes(task)) return task;
    const status: TaskStatus = task.status === '3' || task.status === '3-' ? '3-' : 'B';
    return {
      ...task,
      status,
      since: stamp.at,
      target: targetFrom(standing.settings, status, deadlineStart(stamp)),
      revision: stamp.id,
    };
  });
}

function sameTasks(budget: Budget, tasks: readonly TaskId[]): boolean {
  return budget.tasks.length === tasks.length && budget.tasks.every((task) => tasks.includes(task));
}
