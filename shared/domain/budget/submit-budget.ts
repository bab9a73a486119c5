import type { Case } from '../case/case.ts';
import { decided, refused, type CaseQuestion, type Decision } from '../decision.ts';
import type { FileRef } from '../document/document.ts';
import { createdId, type BudgetId, type TaskId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import type { Money } from '../money.ts';
import { may } from '../rights/may.ts';
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

/** Decides `submit-budget`: an amount and a calculation file, for tasks of the own office's company only. */
export function submitBudget(question: CaseQuestion, input: SubmitBudget): Decision<Case> {
  const { case: subject, standing, stamp } = question;
  if (standing.settings.workPlans)
    return refused({ code: 'feature-off', grantor: 'operator', feature: 'work-plans-in-use' });
  const tasks = subject.tasks.filter((task) => input.tasks.includes(task.id));
  const first = tasks[0];
  if (!first || tasks.length !== new Set(input.tasks).size)
    return refused({ code: 'case-not-found', grantor: 'nobody' });
  const earlier = subject.budgets.find((budget) => budget.id === input.revises);
  for (const task of tasks) {
    const verdict = may(standing, 'budget.submit', { case: subject, task });
    if (!verdict.allowed) return refused(verdict.refusal);
    const refusal = taskRefusal(task, first, earlier);
    if (refusal) return refused(refusal);
  }
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
  const tell = [['budget-submitted', { kind: 'insurer' }] as const];
  const handler = subject.role?.user;
  return decided(question, {
    as: 'office',
    change,
    entry,
    tell: handler ? [...tell, ['budget-submitted', { kind: 'member', member: handler.member }]] : tell,
  });
}

/** The statuses from which a budget can be sent: 2 for a new one; B++, 3, B and 3- for a new version (§3.3 rows 7, 14, 15). */
function taskRefusal(task: Task, first: Task, earlier: Budget | undefined): Refusal | null {
  if (task.office !== first.office) return { code: 'other-office-task', grantor: 'other-office' };
  const expected: readonly TaskStatus[] = earlier ? ['2', 'B', 'B++', '3', '3-'] : ['2'];
  return wrongStatus(task, expected);
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
    target: targetFrom(standing.settings, 'B', stamp.at),
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
      target: targetFrom(standing.settings, status, stamp.at),
      revision: stamp.id,
    };
  });
}

function sameTasks(budget: Budget, tasks: readonly TaskId[]): boolean {
  return budget.tasks.length === tasks.length && budget.tasks.every((task) => tasks.includes(task));
}
