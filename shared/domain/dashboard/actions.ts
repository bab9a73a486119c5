import type { CaseRow, RowSettlement, RowTask } from '../case/list-row.ts';
import type { TaskId } from '../ids.ts';
import type { Standing } from '../member/standing.ts';
import type { Moment } from '../moment.ts';
import { may } from '../rights/may.ts';
import { partnerRoles } from '../rights/partner-roles.ts';
import type { OfficeAuthority, Right } from '../rights/rights.ts';
import type { AskedTask } from '../rights/subject.ts';
import { gateRefusal } from '../task/change-task.ts';
import { mayGiveInformation } from '../task/information.ts';
import { startAuthority } from '../task/start-task.ts';
import { targetState, type TargetState } from '../task/target.ts';
import type { Target } from '../task/task.ts';
import type { TaskStatus } from '../task/task-status.ts';
import { askedBudget, askedOf, type AskedRow } from './ask-row.ts';

/** The rows of the dashboard: things to do, the External Case Handler row first (seed; domain.md §4.1). */
export const actionKinds = [
  'assign-role-user',
  'role-declined',
  'forwarded-budgets',
  'decide-budgets',
  'check-approvals',
  'bind-settlements',
  'approve-invoices',
  'allocate-tasks',
  'approve-tasks',
  'decide-compensation',
  'give-information',
  'confirm-received',
  'assign-members',
  'set-time',
  'enter-budget',
  'start',
  'ongoing',
] as const;

/** One kind of thing to do. */
export type ActionKind = (typeof actionKinds)[number];

/** Something the viewer or the viewer's company has to do in a case. */
export interface Action {
  readonly kind: ActionKind;
  readonly task: TaskId | null;
  readonly target: Target | null;
  readonly state: TargetState;
  /** Mine to do: I am responsible, or the External Case Handler, or nobody is named yet and I may name. */
  readonly mine: boolean;
}

/** The rows a person has in a portal: approvers are the insurer, and whoever may hold a partner role with the right. */
export function actionKindsFor(standing: Standing): readonly ActionKind[] {
  const { sampleWithinLimit = 0 } = standing.settings.externalCaseHandler;
  const insurer: readonly ActionKind[] = [
    'role-declined',
    'forwarded-budgets',
    'decide-budgets',
    ...(sampleWithinLimit > 0 ? (['check-approvals'] as const) : []),
    ...(standing.settings.workPlans ? (['bind-settlements'] as const) : []),
    'approve-invoices',
    'allocate-tasks',
    'approve-tasks',
    'decide-compensation',
  ];
  if (standing.side !== 'partner') return [...insurer, 'give-information'];
  const roles = partnerRoles.filter(({ countsFor }) => countsFor(standing));
  const decides = (right: Right): boolean => roles.some(({ rightsIn }) => rightsIn(standing.settings).includes(right));
  return actionKinds.filter((kind) => {
    if (kind === 'decide-budgets') return decides('budget.approve');
    // Looking at what a limit let pass is the insurer's, whether or not the portal draws any.
    if (kind === 'check-approvals') return false;
    if (kind === 'bind-settlements') return standing.settings.workPlans && decides('budget.approve');
    if (kind === 'allocate-tasks') return decides('tasks.allocate');
    if (kind === 'approve-tasks') return decides('tasks.approve');
    if (kind === 'decide-compensation') return decides('decision.make');
    return !insurer.includes(kind);
  });
}

/**
 * What has to be done in a case by the viewer's company, or by the viewer in a partner role (domain.md §4.1, §4.3), as far
 * as the viewer may: who may not finds no button behind the number.
 */
export function actionsFor(row: CaseRow, standing: Standing, now: Moment): readonly Action[] {
  if (row.state !== 'open') return [];
  const viewed: Viewed = { row, standing, case: askedOf(row) };
  const found: Found[] = [
    ...roleActions(viewed),
    ...budgetActions(viewed),
    ...checkActions(viewed),
    ...settlementActions(viewed),
    ...invoiceActions(viewed),
    ...row.tasks.flatMap((task, place) => taskActions(viewed, task, viewed.case.tasks[place])),
  ];
  return found.map((each) => ({ ...each, state: targetState(each.target, now) }));
}

/** True when the red arrow belongs on the row: somebody of the viewer's company must act. Ongoing work is no call. */
export function needsAction(actions: readonly Action[]): boolean {
  return actions.some((action) => action.kind !== 'ongoing');
}

/** The most urgent of several states. */
export function worstState(actions: readonly Pick<Action, 'state'>[]): TargetState {
  if (actions.some((action) => action.state === 'overdue')) return 'overdue';
  return actions.some((action) => action.state === 'near') ? 'near' : 'on-time';
}

/** True where the viewer is the active External Case Handler of the row's case. */
export function isMyRole(row: CaseRow, standing: Standing): boolean {
  return standing.marked && row.role?.user?.member === standing.member;
}

type Found = Omit<Action, 'state'>;

/** A row, who looks at it, and the row as what the rights are asked about. */
interface Viewed {
  readonly row: CaseRow;
  readonly standing: Standing;
  readonly case: AskedRow;
}

function roleActions({ row, standing, case: asked }: Viewed): readonly Found[] {
  if (!standing.settings.externalCaseHandler.enabled) return [];
  if (row.roleDeclined && may(standing, 'role.assignOffice', { case: asked }).allowed)
    return [{ kind: 'role-declined', task: null, target: null, mine: isMyCase(row, standing) }];
  const waits = row.role !== null && row.role.user === null;
  if (!waits || !may(standing, 'role.assignUser', { case: asked }).allowed) return [];
  return [{ kind: 'assign-role-user', task: null, target: row.role.target, mine: row.role.office === standing.office }];
}

/** What was sent on to the insurer is the insurer's to decide, whatever the partner still may. */
function budgetActions({ row, standing, case: asked }: Viewed): readonly Found[] {
  const insurer = standing.side === 'insurer';
  return row.budgets
    .filter((budget) => insurer || !budget.forwarded)
    .filter((budget) => may(standing, 'budget.approve', { case: asked, budget: askedBudget(budget) }).allowed)
    .map((budget) => ({
      kind: budget.forwarded ? 'forwarded-budgets' : 'decide-budgets',
      task: null,
      target: budget.target,
      mine: !insurer || isMyCase(row, standing),
    }));
}

function checkActions({ row, standing, case: asked }: Viewed): readonly Found[] {
  const { toCheck = [] } = row;
  if (!may(standing, 'budget.check', { case: asked }).allowed) return [];
  return toCheck.map(() => ({ kind: 'check-approvals', task: null, target: null, mine: isMyCase(row, standing) }));
}

/** What a settlement adds is approved by whoever may approve a budget of each company whose work went. */
function settlementActions({ row, standing, case: asked }: Viewed): readonly Found[] {
  const { settlements = [] } = row;
  return settlements
    .filter(({ works }) => works.every((work) => mayBind(work, standing, asked)))
    .map(() => ({
      kind: 'bind-settlements',
      task: null,
      target: null,
      mine: standing.side !== 'insurer' || isMyCase(row, standing),
    }));
}

function mayBind({ company, tasks }: RowSettlement['works'][number], standing: Standing, asked: AskedRow): boolean {
  const waits = asked.tasks.some((task) => tasks.includes(task.id) && gateRefusal({ standing, case: asked }, task));
  const budget = { company, tasks, submittedBy: null };
  return !waits && may(standing, 'budget.approve', { case: asked, budget }).allowed;
}

function invoiceActions({ row, standing, case: asked }: Viewed): readonly Found[] {
  const { invoices = [] } = row;
  if (!may(standing, 'invoice.approve', { case: asked }).allowed) return [];
  return invoices
    .filter(({ waits }) => waits)
    .map(() => ({ kind: 'approve-invoices', task: null, target: null, mine: isMyCase(row, standing) }));
}

const supplierKinds: Readonly<Partial<Record<TaskStatus, readonly [ActionKind, OfficeAuthority]>>> = {
  '0': ['confirm-received', 'task.confirm'],
  '0+': ['assign-members', 'task.assignMembers'],
  '1': ['set-time', 'task.schedule'],
  '2': ['enter-budget', 'budget.submit'],
  // What was approved in part waits for the partner's answer (domain.md §3.3 row 11).
  'B+': ['enter-budget', 'plan.submit'],
  'B++': ['start', 'task.start'],
  '3': ['ongoing', 'task.complete'],
  '3-': ['ongoing', 'task.complete'],
};

const toAllocate = ['allocate-tasks', 'tasks.allocate'] as const;
const toApprove = ['approve-tasks', 'tasks.approve'] as const;
/** The main inspection is not approved but decided on (domain.md §3.2). */
const toDecide = ['decide-compensation', 'decision.make'] as const;

function taskActions(viewed: Viewed, task: RowTask, asked: AskedTask | undefined): readonly Found[] {
  const { row, standing } = viewed;
  const base = { task: task.id, target: task.target };
  const decided = asked && decidersKind(viewed, task, asked);
  if (decided) return [{ ...base, kind: decided, mine: standing.side !== 'insurer' || isMyCase(row, standing) }];
  if (task.status === 'I')
    return informationActions(
      viewed,
      task,
      viewed.case.tasks.find(({ id }) => id === task.id),
    );
  const kind = asked && supplierKind(viewed, task, asked);
  if (!kind) return [];
  const responsible = task.responsibles.includes(standing.member);
  const mine = responsible || (task.responsibles.length === 0 && task.office === standing.office);
  return [{ ...base, kind, mine }];
}

/** Information that a task waits for, for the side that owes it; what the customer owes, for who may record it. */
function informationActions(
  { row, standing, case: subject }: Viewed,
  { id, owedBy, target, responsibles, office }: RowTask,
  asked: AskedRow['tasks'][number] | undefined,
): readonly Found[] {
  if (!owedBy || !asked || !mayGiveInformation(standing, subject, { ...asked, owedBy }).allowed) return [];
  const own = responsibles.includes(standing.member) || (responsibles.length === 0 && office === standing.office);
  const mine = standing.side === 'insurer' ? isMyCase(row, standing) : own || asked.company !== standing.company;
  return [{ kind: 'give-information', task: id, target, mine }];
}

/** What is to be decided on a task by the insurer, or by who holds a partner role with the right. */
function decidersKind(
  { standing, case: asked }: Viewed,
  { status, main }: RowTask,
  task: AskedTask,
): ActionKind | null {
  const decides = status === 'C' ? toAllocate : status === '4' ? (main ? toDecide : toApprove) : null;
  if (!decides || (decides === toDecide && asked.decision)) return null;
  const [kind, right] = decides;
  return may(standing, right, { case: asked, task }).allowed ? kind : null;
}

/** What the own company has to do with its task, where nothing stands in the way of it. */
function supplierKind({ standing, case: asked }: Viewed, { status }: RowTask, task: AskedTask): ActionKind | null {
  const step = supplierKinds[status];
  if (!step || task.company !== standing.company) return null;
  const [kind, authority] = step;
  if (kind === 'start' && gateRefusal({ standing, case: asked }, task)) return null;
  const entering = standing.settings.workPlans ? 'plan.submit' : authority;
  const by = kind === 'start' ? startAuthority(task) : kind === 'enter-budget' ? entering : authority;
  return may(standing, by, { case: asked, task }).allowed ? kind : null;
}

function isMyCase(row: CaseRow, standing: Standing): boolean {
  return row.handler === standing.member;
}
