import { audiencesOf, type Audience } from '../../shared/domain/case/audiences.ts';
import { viewOf } from '../../shared/domain/case/case-parts.ts';
import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import { toListRow } from '../../shared/domain/case/list-row.ts';
import { roleBrief } from '../../shared/domain/case/role-brief.ts';
import type { RoleBrief } from '../../shared/domain/external-case-handler/role.ts';
import { userCandidates } from '../../shared/domain/external-case-handler/candidates.ts';
import type { CaseId, MemberId } from '../../shared/domain/ids.ts';
import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import { groupByCase } from '../reads/group-by-case.ts';
import { standingOf, type Network } from '../reads/network.ts';
import type { CaseViewTable } from '../store/tables.ts';
import type { Change } from './in-change.ts';

/** What one audience sees of a case, as text ready to be sent. */
export interface View {
  readonly audience: Audience;
  readonly row: string;
  readonly body: string;
}

/** Who is named in a case: the role's user and the responsibles of its tasks. */
export function namedIn(whole: Case): readonly MemberId[] {
  const responsibles = whole.tasks.flatMap((task) => task.responsibles.map((each) => each.member));
  const user = whole.role?.user?.member;
  return [...new Set(user === undefined ? responsibles : [user, ...responsibles])];
}

/** Renders a case once for each of its audiences (sync.md 21). */
export function renderViews(content: CaseContent, network: Network): readonly View[] {
  const members = namedIn(content.case).flatMap((id) => standingOf(network, network.members.get(id)) ?? []);
  const brief = briefFor(content.case, network);
  return audiencesOf(content.case, members).map(({ audience, sight }) => {
    const view = viewOf(content, sight, brief);
    return { audience, row: JSON.stringify(toListRow(view)), body: JSON.stringify(view) };
  });
}

/** What the office with a waiting role may know of its users' limits and the case's budgets; null where no role waits. */
export function briefFor(whole: Case, network: Network): RoleBrief | null {
  const { role } = whole;
  if (!role || role.user) return null;
  const members = [...network.members.values()].filter(({ company }) => company === role.company);
  const directory = { companies: [...network.companies.values()], offices: network.offices, members };
  const candidates = userCandidates(directory, role.office);
  return roleBrief(
    whole,
    candidates.flatMap(({ member }) => standingOf(network, network.members.get(member.id)) ?? []),
  );
}

/** A case of which the views are to be brought up to date, and why an audience that leaves has left. */
export interface ViewedCase {
  readonly content: CaseContent;
  /** Before this change; null for a new case. */
  readonly before: Case | null;
  /** Where the case itself does not tell it: the mark or the level of a member changed. */
  readonly because?: WithdrawalReason | undefined;
}

/** Writes what changed of the cases' views; audiences that leave keep a tombstone without text. */
export async function writeViews(change: Change, network: Network, cases: readonly ViewedCase[]): Promise<void> {
  const old = cases.filter(({ before }) => before !== null).map(({ content }) => content.case.id);
  const held = groupByCase(await heldViews(change, old));
  const rows = cases.flatMap((viewed) => changedRows(change, network, viewed, held.get(viewed.content.case.id) ?? []));
  await writeRows(change, rows);
  // The database's audiences were all written from an Audience.
  change.touch(...new Set(rows.map((row) => row.audience as Audience)));
}

function changedRows(
  change: Change,
  network: Network,
  viewed: ViewedCase,
  held: readonly HeldView[],
): readonly CaseViewTable[] {
  const { content } = viewed;
  const rendered = renderViews(content, network);
  const known = new Map(held.map((view) => [view.audience, view]));
  const seen = new Set<string>(rendered.map(({ audience }) => audience));
  const shown = rendered.filter((view) => {
    const old = known.get(view.audience);
    return !old || old.lost !== null || old.body !== view.body || old.row !== view.row;
  });
  const left = held.filter((view) => view.lost === null && !seen.has(view.audience));
  return [
    ...shown.map((view) => shownRow(change, content.case, view)),
    ...left.map((view) => leftRow(change, content.case, view.audience, reasonOf(viewed, view.audience))),
  ];
}

/** Writes view rows in one statement a slice; the first change in which an audience saw a case stays as it was. */
export async function writeRows(change: Change, rows: readonly CaseViewTable[]): Promise<void> {
  // Eleven columns a row, and SQLite takes 32,766 values a statement.
  for (let from = 0; from < rows.length; from += 1000) {
    await change.db
      .insertInto('case_view')
      .values(rows.slice(from, from + 1000))
      .onConflict((conflict) =>
        conflict.columns(['portal', 'audience', 'case_id']).doUpdateSet((set) => ({
          lost: set.ref('excluded.lost'),
          lost_reason: set.ref('excluded.lost_reason'),
          changed: set.ref('excluded.changed'),
          changed_at: set.ref('excluded.changed_at'),
          row: set.ref('excluded.row'),
          body: set.ref('excluded.body'),
        })),
      )
      .execute();
  }
}

/** The row of a view that is shown. */
export function shownRow(change: Change, whole: Case, view: View): CaseViewTable {
  return {
    ...rowBase(change, whole, view.audience),
    lost: null,
    lost_reason: null,
    row: view.row,
    body: view.body,
  };
}

function leftRow(change: Change, whole: Case, audience: string, reason: WithdrawalReason): CaseViewTable {
  return { ...rowBase(change, whole, audience), lost: change.number, lost_reason: reason, row: '', body: '' };
}

function rowBase(change: Change, whole: Case, audience: string) {
  return {
    portal: change.portal,
    audience,
    case_id: whole.id,
    gained: change.number,
    changed: change.number,
    changed_at: change.at,
    number: whole.number,
  };
}

type HeldView = Pick<CaseViewTable, 'audience' | 'lost' | 'row' | 'body'>;

async function heldViews(change: Change, cases: readonly CaseId[]) {
  if (cases.length === 0) return [];
  return change.db
    .selectFrom('case_view')
    .select(['case_id', 'audience', 'lost', 'row', 'body'])
    .where('portal', '=', change.portal)
    .where('case_id', 'in', cases)
    .execute();
}

/** Why a case left an audience, in the codes a tombstone may hold (sync.md 32). */
function reasonOf({ content, before, because }: ViewedCase, audience: string): WithdrawalReason {
  const [role, now] = [before?.role, content.case.role];
  if (content.case.state === 'deleted') return 'deleted';
  if (because) return because;
  const byRole = role && (audience === `member:${role.user?.member}` || audience === `company-header:${role.company}`);
  if (!byRole) return 'task-moved';
  if (!now) return 'role-removed';
  return now.revision === role.revision ? 'other' : 'role-moved';
}
