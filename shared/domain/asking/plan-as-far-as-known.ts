import type { Budget } from '../budget/budget.ts';
import type { CaseQuestion } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import { waitingItems } from '../work-plan/items-decided.ts';
import { itemsOfTask } from '../work-plan/plan-items.ts';

/** What a person would put into a work plan or decide on it: the items as they are, a new one where a task has none. */
export function planAsFarAsKnown(
  { case: subject, standing }: CaseQuestion,
  named: TaskId | undefined,
  budget: Budget | undefined,
) {
  const nothing = { rooms: [], roomsRemoved: [], itemsRemoved: [], rejected: [] };
  const approved = budget ? waitingItems(subject, budget) : [];
  const task = named ?? plannedTask(subject, standing.company);
  if (task === undefined) return { ...nothing, approved, items: [] };
  const priced = { unitPrice: 0, priceList: null };
  const items = itemsOfTask(subject, task).map((item) => ({ ...item, ...priced }));
  const added = {
    id: '',
    revision: null,
    room: null,
    task,
    kind: 'item',
    code: null,
    order: 0,
    quantity: '1',
    ...priced,
  };
  return { ...nothing, approved, items: items.length > 0 ? items : [{ ...added, text: '', unit: '', trade: '' }] };
}

/** Of the own company where it has one: who asks means the own plan. */
function plannedTask({ tasks, workItems = [] }: CaseQuestion['case'], company: string): TaskId | undefined {
  const planned = tasks.filter(({ id }) => workItems.some(({ task }) => task === id));
  return (planned.find((task) => task.company === company) ?? planned[0])?.id;
}
