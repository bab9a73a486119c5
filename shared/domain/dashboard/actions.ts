import type { CaseRow, RowTask } from '../case/list-row.ts';
import type { TaskId } from '../ids.ts';
import type { Standing } from '../member/standing.ts';
import type { Moment } from '../moment.ts';
import { targetState, type TargetState } from '../task/target.ts';
import type { Target } from '../task/task.ts';
import type { TaskStatus } from '../task/task-status.ts';

/** The rows of the dashboard: things to do, the External Case Handler row first (seed; domain.md §4.1). */
export const actionKinds = [
  'assign-role-user',
  'role-declined',
  'forwarded-budgets',
  'decide-budgets',
  'compensation',
  'approve-tasks',
  'assign-partner',
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

/** Which side a row of the dashboard is for; approvers are the insurer and the External Case Handler. */
export function actionKindsFor(side: 'insurer' | 'partner' | 'operator', marked: boolean): readonly ActionKind[] {
  const insurer: readonly ActionKind[] = [
    'role-declined',
    'forwarded-budgets',
    'decide-budgets',
    'compensation',
    'approve-tasks',
    'assign-partner',
  ];
  const handler: readonly ActionKind[] = ['decide-budgets', 'approve-tasks'];
  if (side !== 'partner') return insurer;
  return actionKinds.filter((kind) => !insurer.includes(kind) || (marked && handler.includes(kind)));
}

/** What has to be done in a case by the viewer's company, or by the viewer as External Case Handler (domain.md §4.1, §4.3). */
export function actionsFor(row: CaseRow, standing: Standing, now: Moment): readonly Action[] {
  if (row.state !== 'open' || !standing.active) return [];
  const found: Found[] = [
    ...roleActions(row, standing),
    ...budgetActions(row, standing),
    ...row.tasks.flatMap((task) => taskActions(row, task, standing)),
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

function roleActions(row: CaseRow, standing: Standing): readonly Found[] {
  if (!standing.settings.externalCaseHandler.enabled) return [];
  if (standing.side === 'insurer' && row.roleDeclined)
    return [{ kind: 'role-declined', task: null, target: null, mine: isMyCase(row, standing) }];
  const waits = row.role !== null && row.role.user === null && row.role.company === standing.company;
  if (!waits || standing.side !== 'partner' || standing.level < 2) return [];
  return [{ kind: 'assign-role-user', task: null, target: row.role.target, mine: row.role.office === standing.office }];
}

function budgetActions(row: CaseRow, standing: Standing): readonly Found[] {
  if (standing.side === 'insurer') {
    return row.budgets.map((budget) => ({
      kind: budget.forwarded ? 'forwarded-budgets' : 'decide-budgets',
      task: null,
      target: budget.target,
      mine: isMyCase(row, standing),
    }));
  }
  if (!actsAsHandler(row, standing, 'budget.approve')) return [];
  return row.budgets
    .filter((budget) => !budget.forwarded && mayDecideFor(budget.company, standing))
    .map((budget) => ({ kind: 'decide-budgets', task: null, target: budget.target, mine: true }));
}

const supplierKinds: Readonly<Partial<Record<TaskStatus, ActionKind>>> = {
  '0': 'confirm-received',
  '0+': 'assign-members',
  '1': 'set-time',
  '2': 'enter-budget',
  'B++': 'start',
  '3': 'ongoing',
  '3-': 'ongoing',
};

function taskActions(row: CaseRow, task: RowTask, standing: Standing): readonly Found[] {
  const base = { task: task.id, target: task.target };
  if (standing.side === 'insurer')
    return insurerTaskActions(task).map((kind) => ({ ...base, kind, mine: isMyCase(row, standing) }));
  const found: Found[] = [];
  const kind = supplierKinds[task.status];
  const responsible = task.responsibles.includes(standing.member);
  const ours = task.company === standing.company && standing.side === 'partner';
  if (kind && ours && (standing.level >= 2 || responsible)) {
    found.push({
      ...base,
      kind,
      mine: responsible || (task.responsibles.length === 0 && task.office === standing.office),
    });
  }
  const approves = task.status === '4' && !task.main && actsAsHandler(row, standing, 'tasks.approve');
  if (approves && mayDecideFor(task.company, standing)) found.push({ ...base, kind: 'approve-tasks', mine: true });
  return found;
}

function insurerTaskActions(task: RowTask): readonly ActionKind[] {
  if (task.status === 'C') return ['assign-partner'];
  if (task.status !== '4') return [];
  return task.main ? ['compensation'] : ['approve-tasks'];
}

function actsAsHandler(row: CaseRow, standing: Standing, right: 'budget.approve' | 'tasks.approve'): boolean {
  const settings = standing.settings.externalCaseHandler;
  return isMyRole(row, standing) && settings.enabled && settings.rights.includes(right);
}

function mayDecideFor(company: string | null, standing: Standing): boolean {
  return company !== standing.company || standing.settings.externalCaseHandler.ownCompany;
}

function isMyCase(row: CaseRow, standing: Standing): boolean {
  return row.handler === standing.member;
}
