import { casePage } from '../case/case-page.ts';
import type { Facts } from '../case/log-entry.ts';
import { deadlineStart, tellDeciders, type CaseQuestion, type Told } from '../decision.ts';
import type { CaseDocument, FileRef } from '../document/document.ts';
import { createdId, type BudgetId, type TaskId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import type { Money } from '../money.ts';
import type { Refusal } from '../rights/refusal.ts';
import { wrongStatus } from '../task/change-task.ts';
import { targetFrom } from '../task/target.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { Task } from '../task/task.ts';
import { factsOf, frozenRefusal, lastOf, momentsOfBudget, shownOf, stepOfBudget, wholeBudget } from './budget-page.ts';
import { isOfItems, type Budget } from './budget.ts';
import { versionOf } from './budget-version.ts';
import { maySubmitFor } from './may-submit.ts';

/** Sends a budget for approval, or a new version of one: tasks go to B, running ones to 3- (domain.md §6.1, §6.2). */
export interface SubmitBudget {
  readonly tasks: readonly TaskId[];
  readonly description: string;
  readonly money: Money;
  readonly file: FileRef;
  readonly comment: string;
  /** The budget this is a new version of; null for a new one. */
  readonly revises: BudgetId | null;
  /** Why a version follows another; older apps do not ask for it. */
  readonly reason?: string;
}

/** The tasks that were named and found, and the budget that a new version is sent of. */
interface Found {
  readonly tasks: readonly [Task, ...Task[]];
  readonly earlier: Budget | undefined;
}

type Asked = CaseQuestion & Found;

/** The page of `submit-budget`: an amount and a calculation file, for tasks of one company: the own, or with right 7 another's. */
export const submitBudget = casePage<SubmitBudget, Found>({
  authority: 'budget.submit',
  rights: ['budget.onBehalf'],
  ...stepOfBudget,
  changes: [...stepOfBudget.changes, 'budget-files', 'budget-versions'],
  find: ({ case: subject }, input) => {
    const [first, ...more] = subject.tasks.filter((task) => input.tasks.includes(task.id));
    if (!first || more.length + 1 !== new Set(input.tasks).size) return null;
    return { tasks: [first, ...more], earlier: subject.budgets.find((budget) => budget.id === input.revises) };
  },
  since: ({ case: subject, tasks, earlier }) => [
    ...tasks.map((task) => task.since),
    ...(earlier ? momentsOfBudget(subject, earlier) : []),
  ],
  may: ({ standing, case: subject, tasks }) => maySubmitFor(standing, subject, tasks),
  check: cannotBeSent,
  basedOn: ({ revises }) => (revises === null ? [] : [wholeBudget(revises)]),
  limits: ({ standing: { settings } }, { money }) =>
    money.currency === settings.currency
      ? null
      : { code: 'currency-differs', grantor: 'nobody', expected: settings.currency },
  apply: (asked, input) => {
    const { case: subject, earlier } = asked;
    const budget = nextVersion(asked, input);
    const budgets = earlier
      ? subject.budgets.map((each) => (each.id === earlier.id ? budget : each))
      : [...subject.budgets, budget];
    return {
      budgets,
      ...(earlier ? { budgetVersions: [...(subject.budgetVersions ?? []), versionOf(earlier)] } : {}),
      documents: [...subject.documents, calculation(asked, input, budget)],
      tasks: waitingTasks(asked),
    };
  },
  log: (asked, input) => {
    const budget = nextVersion(asked, input);
    const facts = { ...factsOf(budget), ...onBehalfOf(asked), ...(input.reason ? { reason: input.reason } : {}) };
    return { what: 'budget-submitted', facts, company: budget.company };
  },
  shows: ({ budgets }, { earlier, stamp }) => {
    const id = earlier?.id ?? createdId<'budget'>(stamp.id);
    return shownOf(budgets.find((each) => each.id === id));
  },
  instead: ({ case: { budgets } }, { revises }) => (revises === null ? null : lastOf(budgets, revises)),
  tells: (asked) => [...tellDeciders(asked, 'budget-submitted', 'budget.approve'), ...tellPartner(asked)],
});

/** Tasks of several companies, work plans in use, a version of another budget, a task that takes no budget now. */
function cannotBeSent({ standing, tasks, earlier }: Asked, input: SubmitBudget): Refusal | null {
  if (tasks.some((task) => task.company !== tasks[0].company))
    return { code: 'other-office-task', grantor: 'other-office' };
  if (standing.settings.workPlans) return { code: 'feature-off', grantor: 'operator', feature: 'work-plans-in-use' };
  const known =
    input.revises === null || (earlier !== undefined && !isOfItems(earlier) && sameTasks(earlier, input.tasks));
  if (!known) return { code: 'case-not-found', grantor: 'nobody' };
  const frozen = earlier && frozenRefusal(earlier);
  if (frozen) return frozen;
  return tasks.map((task) => statusRefusal(task, earlier)).find((refusal) => refusal !== null) ?? null;
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

function nextVersion({ standing, stamp, tasks: [first], earlier }: Asked, input: SubmitBudget): Budget {
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
    ...(input.reason ? { reason: input.reason } : {}),
    submittedBy: personRef(standing),
    submittedAt: stamp.at,
    target: targetFrom(standing.settings, 'B', deadlineStart(stamp)),
    rejection: null,
    approvals: earlier?.approvals ?? [],
    forwarded: null,
    revision: stamp.id,
  };
}

/** On whose behalf it was entered: the office that has the tasks (domain.md §15 row 7, both authors). */
function onBehalfOf({ directory, standing, tasks: [{ office, company }] }: Asked): Facts {
  if (company === standing.company) return {};
  return { office: directory.offices.find(({ id }) => id === office)?.name ?? '' };
}

function tellPartner({ standing, tasks: [{ office, company }] }: Asked): readonly Told[] {
  if (office === null || company === null || company === standing.company) return [];
  return [['budget-entered', { kind: 'office', office, company }]];
}

function calculation({ standing, stamp }: Asked, { file }: SubmitBudget, { id: budget }: Budget): CaseDocument {
  return { ...file, id: createdId<'document'>(stamp.id, 1), budget, by: personRef(standing), at: stamp.at };
}

function waitingTasks({ case: subject, standing, stamp, tasks }: Asked): readonly Task[] {
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
