import { casePage } from '../case/case-page.ts';
import type { Case } from '../case/case.ts';
import type { CaseQuestion } from '../decision.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { wrongStatus } from '../task/change-task.ts';
import { toOfficeOf } from '../task/task-page.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { Task } from '../task/task.ts';
import { editBlockers } from './edit-blockers.ts';
import { itemPut, valuePut } from './item-put.ts';
import { blockedBy } from './blocked-by.ts';
import { valuesOf } from './plan-items.ts';
import type { EditWorkPlan, Seen } from './plan-puts.ts';
import { withPlanStatus } from './plan-status.ts';
import type { Room } from './work-plan.ts';

/** The tasks whose items are touched; where only rooms are, those of the case. */
interface Found {
  readonly tasks: readonly [Task, ...Task[]];
  readonly roomsOnly: boolean;
}

type Asked = CaseQuestion & Found;

/** From when a plan is made until the work is done; what is sent stays (domain.md §3.2). */
export const planning: readonly TaskStatus[] = ['1', '2', 'B', 'B+', 'B++', '3', '3-'];

/** The page of `edit-work-plan`. Each thing says which revision was seen: one that was changed since names itself among the blockers. */
export const editWorkPlan = casePage<EditWorkPlan, Found>({
  authority: 'plan.edit',
  reads: ['head', 'tasks', 'budgets', 'rooms', 'work-items', 'work-values'],
  changes: ['tasks', 'rooms', 'work-items', 'work-values', 'log'],
  find: ({ case: subject }, input) => tasksOf(subject, input),
  since: ({ tasks }) => tasks.map(({ since }) => since),
  may: ({ standing, case: subject, tasks, roomsOnly }) => {
    const [first, ...more] = tasks.map((task) => may(standing, 'plan.edit', { case: subject, task }));
    const verdicts = first ? [first, ...more] : more;
    // Rooms are everybody's who plans anything in the case.
    return verdicts.find(({ allowed }) => allowed === roomsOnly) ?? verdicts[0] ?? notPlanned;
  },
  check: cannotBeEdited,
  apply: (asked, input) => {
    const { workItems, workValues } = itemsAfter(asked, input);
    // What was rejected and is taken out keeps the task waiting no longer.
    const waiting = asked.roomsOnly ? [] : asked.tasks.filter(({ status }) => status === 'B+').map(({ id }) => id);
    const tasks = withPlanStatus(asked, waiting, { workItems, budgets: asked.case.budgets });
    return { rooms: roomsAfter(asked, input), workItems, workValues, ...(waiting.length > 0 ? { tasks } : {}) };
  },
  log: ({ tasks: [first], roomsOnly }, input) => ({
    what: 'work-plan-edited',
    facts: countsOf(input),
    company: roomsOnly ? null : first.company,
  }),
  tells: ({ standing, tasks, roomsOnly }) =>
    roomsOnly
      ? []
      : tasks.flatMap((task) => (task.company === standing.company ? [] : toOfficeOf(task, 'work-plan-edited'))),
});

const notPlanned = { allowed: false, refusal: { code: 'case-not-found', grantor: 'nobody' } } as const;

function tasksOf({ tasks, workItems = [] }: Case, { items, itemsRemoved }: EditWorkPlan): Found | null {
  const named = new Set(items.map(({ task }) => task));
  const changed = new Set<string>([...items, ...itemsRemoved].map(({ id }) => id));
  const touched = new Set([...named, ...workItems.filter(({ id }) => changed.has(id)).map(({ task }) => task)]);
  const found = tasks.filter(({ id }) => touched.has(id));
  if ([...named].some((id) => !found.some((task) => task.id === id))) return null;
  const [first, ...more] = found.length > 0 ? found : tasks;
  return first ? { tasks: [first, ...more], roomsOnly: found.length === 0 } : null;
}

function cannotBeEdited(asked: Asked, input: EditWorkPlan): Refusal | null {
  const { tasks, roomsOnly } = asked;
  const off = withoutPlans(asked);
  if (off) return off;
  if (roomsOnly) return blockedBy(editBlockers(asked, input));
  if (tasks.some(({ company }) => company !== tasks[0].company))
    return { code: 'other-office-task', grantor: 'other-office' };
  const status = tasks.map((task) => wrongStatus(task, planning)).find((refusal) => refusal !== null);
  return status ?? blockedBy(editBlockers(asked, input));
}

/** The refusal of a portal that does not use work plans, or null. */
export function withoutPlans({ standing: { settings } }: Pick<CaseQuestion, 'standing'>): Refusal | null {
  return settings.workPlans ? null : { code: 'feature-off', grantor: 'operator', feature: 'work-plans' };
}

function roomsAfter(
  { case: { rooms = [] }, stamp }: Asked,
  { rooms: put, roomsRemoved }: EditWorkPlan,
): readonly Room[] {
  const now = put.map(({ revision: _, ...room }): Room => ({ ...room, revision: stamp.id }));
  return kept(rooms, now, roomsRemoved);
}

function itemsAfter(asked: Asked, { items, itemsRemoved }: EditWorkPlan) {
  const { workItems = [], workValues = [] } = asked.case;
  const before = new Map(workItems.map((each) => [each.id, each]));
  const values = valuesOf(asked.case);
  const companies = new Map(asked.tasks.map(({ id, company }) => [id, company]));
  const now = items.map((put) => itemPut(put, before.get(put.id), { stamp: asked.stamp, value: values.get(put.id) }));
  const cost = items.map((put, at) =>
    valuePut(put, {
      amountOf: now[at]?.amountOf ?? 0,
      company: companies.get(put.task) ?? '',
      before: values.get(put.id),
    }),
  );
  return { workItems: kept(workItems, now, itemsRemoved), workValues: kept(workValues, cost, itemsRemoved) };
}

/** What there was with what is put in its place, then what is new, without what is taken out. */
function kept<Value extends { readonly id: string }>(
  before: readonly Value[],
  put: readonly Value[],
  removed: readonly { readonly id: string }[],
): readonly Value[] {
  const gone = new Set(removed.map(({ id }) => id));
  const now = new Map(put.map((each) => [each.id, each]));
  const there = new Set(before.map(({ id }) => id));
  return [
    ...before.filter(({ id }) => !gone.has(id)).map((each) => now.get(each.id) ?? each),
    ...put.filter(({ id }) => !there.has(id)),
  ];
}

/** How much of it; never what. */
function countsOf({ rooms, roomsRemoved, items, itemsRemoved }: EditWorkPlan): Readonly<Record<string, string>> {
  const isNew = ({ revision }: Seen<string>): boolean => revision === null;
  const added = items.filter(isNew).length;
  return {
    added: String(added),
    changed: String(items.length - added),
    removed: String(itemsRemoved.length),
    rooms: String(rooms.length + roomsRemoved.length),
  };
}
