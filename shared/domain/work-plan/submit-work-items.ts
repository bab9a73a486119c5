import { casePage } from '../case/case-page.ts';
import type { Budget } from '../budget/budget.ts';
import { tellDeciders, deadlineStart, type CaseQuestion } from '../decision.ts';
import { createdId, type WorkItemId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Verdict } from '../rights/verdict.ts';
import { wrongStatus } from '../task/change-task.ts';
import { targetFrom } from '../task/target.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { Task } from '../task/task.ts';
import { withoutPlans } from './edit-work-plan.ts';
import type { Seen } from './plan-puts.ts';
import { blockedBy } from './blocked-by.ts';
import type { BlockedBecause, PlanBlocker } from './plan-blocker.ts';
import { replacing, valuesOf } from './plan-items.ts';
import { withPlanStatus } from './plan-status.ts';
import { sentItems } from './sent-items.ts';
import type { WorkItem, WorkItemValue } from './work-plan.ts';

/** Sends work items for approval, which is submitting a budget (domain.md §7): any selection of one company's. */
export interface SubmitWorkItems {
  /** As they were seen: what is sent binds the partner. */
  readonly items: readonly Seen<WorkItemId>[];
  readonly comment: string;
}

/** The items that were found, and their tasks. */
interface Found {
  readonly items: readonly WorkItem[];
  readonly tasks: readonly [Task, ...Task[]];
}

type Asked = CaseQuestion & Found;

/** From where items are sent; more of them while others wait (domain.md §3.3 rows 7, 10, 14, 15). */
const sending: readonly TaskStatus[] = ['2', 'B', 'B+', 'B++', '3', '3-'];

/** The page of `submit-work-items`: a budget of its own each time, with what is sent kept as it is. */
export const submitWorkItems = casePage<SubmitWorkItems, Found>({
  authority: 'plan.submit',
  reads: ['head', 'tasks', 'role', 'budgets', 'rooms', 'work-items', 'work-values'],
  changes: ['tasks', 'budgets', 'budget-items', 'work-items', 'log'],
  find: ({ case: { tasks, workItems = [] } }, input) => {
    const named = new Set(input.items.map(({ id }) => id));
    const items = workItems.filter(({ id }) => named.has(id));
    const [first, ...more] = tasks.filter(({ id }) => items.some(({ task }) => task === id));
    return first ? { items, tasks: [first, ...more] } : null;
  },
  since: ({ tasks }) => tasks.map(({ since }) => since),
  may: ({ standing, case: subject, tasks }) => {
    const mayFor = (task: Task): Verdict => may(standing, 'plan.submit', { case: subject, task });
    return tasks.map(mayFor).find(({ allowed }) => !allowed) ?? mayFor(tasks[0]);
  },
  check: cannotBeSent,
  apply: (asked, input) => {
    const { workItems = [], budgets: before } = asked.case;
    const budget = budgetOf(asked, input);
    const { id: sentWith, revision } = budget;
    const sent = asked.items.map(({ accepted: _, ...item }): WorkItem => {
      return { ...item, state: 'submitted', budget: sentWith, revision };
    });
    const after = { workItems: replacing(workItems, sent), budgets: [...before, budget] };
    return { ...after, tasks: withPlanStatus(asked, budget.tasks, after) };
  },
  log: (asked) => ({
    what: 'work-items-submitted',
    facts: { description: descriptionOf(asked), count: String(asked.items.length) },
    company: asked.tasks[0].company,
  }),
  tells: (asked) => tellDeciders(asked, 'budget-submitted', 'budget.approve'),
});

function cannotBeSent(asked: Asked, input: SubmitWorkItems): Refusal | null {
  const off = withoutPlans(asked);
  if (off) return off;
  const { tasks } = asked;
  if (tasks.some(({ company }) => company !== tasks[0].company))
    return { code: 'other-office-task', grantor: 'other-office' };
  const status = tasks.map((task) => wrongStatus(task, sending)).find((refusal) => refusal !== null);
  return status ?? blockedBy(sendingBlockers(asked, input));
}

function sendingBlockers({ case: subject, items }: Asked, input: SubmitWorkItems): readonly PlanBlocker[] {
  const now = new Map(items.map((each) => [each.id, each]));
  const values = valuesOf(subject);
  return input.items.flatMap(({ id, revision }) => {
    const item = now.get(id);
    const because = item ? sendingBlocked(item, revision, values.get(id)) : 'gone';
    return because ? [{ thing: id, name: item?.text ?? '', because }] : [];
  });
}

function sendingBlocked(
  { state, allocation, revision }: WorkItem,
  seen: string | null,
  value: WorkItemValue | undefined,
): BlockedBecause | null {
  if (allocation !== 'partner') return 'allocated';
  if (state === 'submitted' || state === 'approved') return state;
  if (revision !== seen) return 'changed';
  return value ? null : 'no-price';
}

function budgetOf(asked: Asked, { comment }: SubmitWorkItems): Budget {
  const { standing, stamp, tasks } = asked;
  const items = sentItems(asked.case, asked.items);
  const amount = items.reduce((sum, item) => sum + item.amount - item.before, 0);
  return {
    id: createdId<'budget'>(stamp.id),
    tasks: tasks.map(({ id }) => id),
    office: tasks[0].office ?? '',
    company: tasks[0].company ?? '',
    version: 1,
    state: 'submitted',
    description: descriptionOf(asked),
    money: { amount, currency: standing.settings.currency },
    file: null,
    items,
    waiting: amount,
    comment,
    submittedBy: personRef(standing),
    submittedAt: stamp.at,
    target: targetFrom(standing.settings, 'B', deadlineStart(stamp)),
    rejection: null,
    approvals: [],
    forwarded: null,
    revision: stamp.id,
  };
}

/** What it is for, in the portal's language: the tasks by their types. */
function descriptionOf({ standing: { settings }, tasks }: Asked): string {
  const nameOf = (type: string): string => settings.taskTypes.find(({ code }) => code === type)?.name ?? type;
  return [...new Set(tasks.map(({ type }) => nameOf(type)))].join(', ');
}
