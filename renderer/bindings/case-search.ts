import type { CaseFilter } from '../../shared/domain/case/list-filter.ts';
import { actionKinds, type ActionKind } from '../../shared/domain/dashboard/actions.ts';
import type { TargetState } from '../../shared/domain/task/target.ts';
import { taskStatuses, type TaskStatus } from '../../shared/domain/task/task-status.ts';

/** The columns of the case list in their order; it can be sorted by each. */
export const sortColumns = [
  'action',
  'number',
  'insurer',
  'site',
  'damage',
  'role',
  'tasks',
  'target',
  'unread',
  'changed',
] as const;

/** One of them. */
export type SortColumn = (typeof sortColumns)[number];

/** How the case list is sorted. */
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** What needs a hand first, the most urgent on top. */
export const usualSort: Sort = { column: 'action', descending: false };

/**
 * The case list's filter and order as they stand in the address: a number of the dashboard is a link, and Back leads
 * to the list as it was.
 */
export interface CaseSearch {
  readonly actionRequired?: true;
  readonly user?: string;
  readonly myTask?: true;
  readonly withRole?: true;
  readonly assignedToMe?: true;
  readonly portal?: string;
  readonly office?: string;
  readonly status?: TaskStatus;
  readonly state?: 'open' | 'closed' | 'all';
  readonly unread?: true;
  readonly text?: string;
  readonly action?: ActionKind;
  readonly target?: TargetState;
  readonly mine?: true;
  readonly sort?: SortColumn;
  readonly down?: true;
}

/** The address of a filter. */
export function searchOf({ action, ...rest }: CaseFilter, sort: Sort = usualSort): CaseSearch {
  const usual = sort.column === usualSort.column && sort.descending === usualSort.descending;
  return {
    ...rest,
    ...(action && { action: action.kind, target: action.state, mine: action.mine }),
    ...(!usual && { sort: sort.column, ...(sort.descending && { down: true as const }) }),
  };
}

/** The filter in an address. */
export function filterOf({ action, target, mine, sort: _sort, down: _down, ...rest }: CaseSearch): CaseFilter {
  if (!action) return rest;
  return { ...rest, action: { kind: action, ...(target && { state: target }), ...(mine && { mine }) } };
}

/** The order in an address. */
export function sortOf({ sort, down }: CaseSearch): Sort {
  return sort ? { column: sort, descending: down === true } : usualSort;
}

/** Reads an address that anybody may have typed: what is not known is left out, so that a damaged link still opens. */
export function parseCaseSearch(search: Readonly<Record<string, unknown>>): CaseSearch {
  const found = {
    actionRequired: yes(search['actionRequired']),
    user: text(search['user']),
    myTask: yes(search['myTask']),
    withRole: yes(search['withRole']),
    assignedToMe: yes(search['assignedToMe']),
    portal: text(search['portal']),
    office: text(search['office']),
    status: oneOf(taskStatuses, text(search['status'])),
    state: oneOf(['open', 'closed', 'all'] as const, search['state']),
    unread: yes(search['unread']),
    text: text(search['text']),
    action: oneOf(actionKinds, search['action']),
    target: oneOf(['on-time', 'near', 'overdue'] as const, search['target']),
    mine: yes(search['mine']),
    sort: oneOf(sortColumns, search['sort']),
    down: yes(search['down']),
  } satisfies Readonly<Record<keyof CaseSearch, unknown>>;
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function yes(value: unknown): true | undefined {
  return value === true ? true : undefined;
}

/** The word `true` too, which an address has for a yes. */
function text(value: unknown): string | undefined {
  if (value === true) return 'true';
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value);
}
