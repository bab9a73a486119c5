import { isMyRole, needsAction, worstState, type Action, type ActionKind } from '../dashboard/actions.ts';
import { foldText } from '../fold-text.ts';
import type { MemberId, OfficeId, PortalId } from '../ids.ts';
import type { Standing } from '../member/standing.ts';
import type { TargetState } from '../task/target.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { CaseRow } from './list-row.ts';

/** The filters of the case list; several narrow together (domain.md §4.4). Absent = not set. */
export interface CaseFilter {
  /** Cases with an open action of the viewer's company, the missing External case handler among them. */
  readonly actionRequired?: true;
  /** Cases where this user has any task or the role. */
  readonly user?: MemberId;
  /** Cases where I have any task or the role. */
  readonly myTask?: true;
  /** Cases with the role set, an office alone counts (domain.md §16.2 row 15). */
  readonly withRole?: true;
  /** Cases where I am the External case handler; other tasks do not count. */
  readonly assignedToMe?: true;
  readonly portal?: PortalId;
  readonly office?: OfficeId;
  readonly status?: TaskStatus;
  /** Left out: open ones, and where a text is looked for closed ones too: closed is filtered, not lost. */
  readonly state?: 'open' | 'closed' | 'all';
  readonly unread?: true;
  readonly text?: string;
  /** One number of the dashboard: the list it opens is exactly what it counted. */
  readonly action?: { readonly kind: ActionKind; readonly state?: TargetState; readonly mine?: true };
}

/** What is known of a row besides itself. */
export interface RowFacts {
  readonly row: CaseRow;
  readonly standing: Standing;
  readonly actions: readonly Action[];
  readonly unread: number;
}

/** True when a row passes every filter that is set. */
export function passes(facts: RowFacts, filter: CaseFilter): boolean {
  const { row, standing } = facts;
  if (filter.portal && row.portal !== filter.portal) return false;
  if (!isInState(row, filter)) return false;
  if (filter.actionRequired && !needsAction(facts.actions)) return false;
  if (filter.user && !involves(row, filter.user)) return false;
  if (filter.myTask && !involves(row, standing.member)) return false;
  if (filter.withRole && row.role === null) return false;
  if (filter.assignedToMe && !isMyRole(row, standing)) return false;
  if (filter.office && !atOffice(row, filter.office)) return false;
  if (filter.status && !row.tasks.some((task) => task.status === filter.status)) return false;
  if (filter.unread && facts.unread === 0) return false;
  if (filter.action && !countsFor(facts.actions, filter.action)) return false;
  return !filter.text || hasWords(searchText(row), filter.text);
}

function isInState({ state }: CaseRow, filter: CaseFilter): boolean {
  if (filter.state === undefined) return state !== 'closed' || Boolean(filter.text?.trim());
  return filter.state === 'all' || state === filter.state;
}

/** True when every word looked for stands in the text, in any order; the text is folded, as a row's `searchText` is. */
export function hasWords(text: string, wanted: string): boolean {
  return foldText(wanted)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What free text is looked for in: numbers, place, cause and the role. */
export function searchText(row: CaseRow): string {
  const role = row.role ? `${row.role.officeName} ${row.role.user?.name ?? ''}` : '';
  return foldText(
    [row.number, row.claimNumber, row.street, row.postalCode, row.city, row.region, row.cause, role].join(' '),
  );
}

/**
 * True when a case with these actions belongs to a number of the dashboard. A case counts once in a row, under its most
 * urgent state, so that on time, near and overdue add up to the total.
 */
function countsFor(actions: readonly Action[], wanted: NonNullable<CaseFilter['action']>): boolean {
  const found = actions.filter((action) => action.kind === wanted.kind && (!wanted.mine || action.mine));
  return found.length > 0 && (!wanted.state || worstState(found) === wanted.state);
}

function involves(row: CaseRow, member: MemberId): boolean {
  return row.role?.user?.member === member || row.tasks.some((task) => task.responsibles.includes(member));
}

function atOffice(row: CaseRow, office: OfficeId): boolean {
  return row.role?.office === office || row.tasks.some((task) => task.office === office);
}
