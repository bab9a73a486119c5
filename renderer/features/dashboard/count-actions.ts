import type { CaseFilter, RowFacts } from '../../../shared/domain/case/list-filter.ts';
import {
  actionKinds,
  actionKindsFor,
  isMyRole,
  needsAction,
  worstState,
  type Action,
  type ActionKind,
} from '../../../shared/domain/dashboard/actions.ts';
import type { PortalId } from '../../../shared/domain/ids.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { TargetState } from '../../../shared/domain/task/target.ts';

/** Whose things to do the dashboard counts. */
export type Scope = 'mine' | 'company' | 'assigned-to-me';

/** What the dashboard is looking at: a scope, in one insurer's portal or in all of them. */
export interface Look {
  readonly scope: Scope;
  readonly portal: PortalId | null;
}

/** A number of the dashboard and the list it opens, which has exactly as many cases. */
export interface Count {
  readonly cases: number;
  readonly filter: CaseFilter;
}

/** A row of the dashboard. A case stands once in it, under its most urgent state, so the last three make the total. */
export interface CountRow {
  readonly kind: ActionKind;
  readonly total: Count;
  readonly 'on-time': Count;
  readonly near: Count;
  readonly overdue: Count;
}

/** The scopes a person can choose: all company tasks need level 2, the role's need the mark, not a case (domain.md §4.1). */
export function scopesOf(standings: readonly Standing[]): readonly Scope[] {
  const active = standings.filter((standing) => standing.active);
  return [
    'mine',
    ...(active.some((standing) => standing.level >= 2) ? (['company'] as const) : []),
    ...(active.some((standing) => standing.marked) ? (['assigned-to-me'] as const) : []),
  ];
}

/** The rows a person has in the portals looked at; they stay where nothing is to be done. */
export function kindsOf(standings: readonly Standing[]): readonly ActionKind[] {
  const wanted = new Set(standings.flatMap((standing) => actionKindsFor(standing)));
  return actionKinds.filter((kind) => wanted.has(kind));
}

/** Counts the cases behind every number of the dashboard in one walk over the rows. */
export function countActions(rows: readonly RowFacts[], kinds: readonly ActionKind[], look: Look): readonly CountRow[] {
  const tallies = new Map(kinds.map((kind) => [kind, { 'on-time': 0, near: 0, overdue: 0 }]));
  for (const facts of rows) {
    if (!isLookedAt(facts, look)) continue;
    for (const [kind, state] of statesByKind(facts.actions, look.scope)) {
      const tally = tallies.get(kind);
      if (tally) tally[state] += 1;
    }
  }
  return [...tallies].map(([kind, tally]) => ({
    kind,
    total: { cases: tally['on-time'] + tally.near + tally.overdue, filter: filterFor(look, kind) },
    'on-time': { cases: tally['on-time'], filter: filterFor(look, kind, 'on-time') },
    near: { cases: tally.near, filter: filterFor(look, kind, 'near') },
    overdue: { cases: tally.overdue, filter: filterFor(look, kind, 'overdue') },
  }));
}

/** The headline: cases where the company must act, not necessarily this person (domain.md §4.1). */
export function countRequired(rows: readonly RowFacts[], portal: PortalId | null): Count {
  const cases = rows.filter(({ row, actions }) => inPortal(row.portal, portal) && needsAction(actions)).length;
  return { cases, filter: { ...portalFilter(portal), actionRequired: true } };
}

/** The open cases in which the person is the External Case Handler, whether something is to be done or not. */
export function countMyRoles(rows: readonly RowFacts[], portal: PortalId | null): Count {
  const isMine = ({ row, standing }: RowFacts): boolean => row.state === 'open' && isMyRole(row, standing);
  const cases = rows.filter((facts) => inPortal(facts.row.portal, portal) && isMine(facts)).length;
  return { cases, filter: { ...portalFilter(portal), assignedToMe: true } };
}

/** True where a row belongs to what the dashboard is looking at. */
export function isLookedAt({ row, standing }: RowFacts, { scope, portal }: Look): boolean {
  return inPortal(row.portal, portal) && (scope !== 'assigned-to-me' || isMyRole(row, standing));
}

/** True where an action belongs to the scope. */
export function isInScope(action: Action, scope: Scope): boolean {
  return scope !== 'mine' || action.mine;
}

function statesByKind(actions: readonly Action[], scope: Scope): ReadonlyMap<ActionKind, TargetState> {
  const states = new Map<ActionKind, TargetState>();
  for (const action of actions) {
    if (!isInScope(action, scope)) continue;
    const known = states.get(action.kind);
    states.set(action.kind, known ? worstState([{ state: known }, action]) : action.state);
  }
  return states;
}

function filterFor({ scope, portal }: Look, kind: ActionKind, state?: TargetState): CaseFilter {
  return {
    ...portalFilter(portal),
    ...(scope === 'assigned-to-me' && { assignedToMe: true as const }),
    action: { kind, ...(state && { state }), ...(scope === 'mine' && { mine: true as const }) },
  };
}

function portalFilter(portal: PortalId | null): CaseFilter {
  return portal === null ? {} : { portal };
}

function inPortal(portal: PortalId, wanted: PortalId | null): boolean {
  return wanted === null || portal === wanted;
}
