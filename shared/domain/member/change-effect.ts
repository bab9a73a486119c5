import type { CaseRow } from '../case/list-row.ts';
import { askedBudget, askedOf } from '../dashboard/ask-row.ts';
import type { MemberId, OfficeId } from '../ids.ts';
import type { Directory, MemberEntry } from '../office/directory.ts';
import { approvalLimit, may } from '../rights/may.ts';
import type { Standing } from './standing.ts';

/** What depends on a member and is touched by a change, told before it is saved. */
export interface ChangeEffect {
  /** Open cases in which the role ends and goes back to its office (domain.md §5.3 edge rules). */
  readonly roles: number;
  /** Waiting budgets of the member's cases, to be decided with the role, whose amount is above the new limit. */
  readonly budgets: number;
  /** Unfinished tasks that stay with somebody who does nothing here any more. */
  readonly tasks: number;
  /** Who is away and has this member as the deputy, who cannot stand in any more. */
  readonly deputyOf: readonly MemberId[];
  /** The office that has no marked user any more and leaves the selection lists. */
  readonly office: OfficeId | null;
  /** Why what is said of cases may not be all: they have not come yet, or are not for this reader. */
  readonly unknown: 'not-loaded' | 'not-seen' | null;
}

/** Where the effect of a change is looked for: what the reader's computer holds. */
export interface EffectQuestion {
  readonly standing: Standing;
  readonly directory: Directory;
  /** Of all portals. */
  readonly rows: readonly CaseRow[];
  /** False until the cases of the portal have come once. */
  readonly loaded: boolean;
}

/** What a change of a member does to cases, tasks, budgets, absences and offices. */
export function changeEffect(asked: EffectQuestion, before: MemberEntry, after: MemberEntry): ChangeEffect {
  const { standing, directory } = asked;
  const rows = asked.rows.filter(({ portal, state }) => portal === standing.portal && state === 'open');
  const held = rows.filter(({ role }) => role?.user?.member === before.id);
  const leaves = isHere(before) && !isHere(after);
  const ends = mayHandle(before) && !mayHandle(after);
  const moved = mayHandle(after) && limitOf(asked, before) !== limitOf(asked, after);
  const deputyOf = leaves ? directory.members.filter(({ away }) => away?.deputy === before.id) : [];
  const office = directory.offices.find(({ id }) => id === before.office);
  return {
    roles: ends ? held.length : 0,
    budgets: moved ? held.reduce((sum, row) => sum + countAbove(asked, row, after), 0) : 0,
    tasks: leaves ? rows.reduce((sum, row) => sum + countTasks(row, before.id), 0) : 0,
    deputyOf: deputyOf.map(({ id }) => id),
    office: ends && office?.marked === 1 ? office.id : null,
    unknown: ends || leaves || moved ? unknownOf(asked, before) : null,
  };
}

/** Everything is known and nothing is touched. */
export function isHarmless({ roles, budgets, tasks, deputyOf, office, unknown }: ChangeEffect): boolean {
  return roles + budgets + tasks + deputyOf.length === 0 && office === null && unknown === null;
}

function isHere({ active, level }: MemberEntry): boolean {
  return active && level > 0;
}

function mayHandle(member: MemberEntry): boolean {
  return member.marked && isHere(member);
}

function limitOf({ standing }: EffectQuestion, { limit }: MemberEntry): number {
  return approvalLimit(limit, standing.settings);
}

/** What was approved before is not in a row: a budget counts by its amount alone. */
function countAbove(asked: EffectQuestion, row: CaseRow, member: MemberEntry): number {
  const { id, company, ...terms } = member;
  const handler: Standing = { ...asked.standing, ...terms, member: id, company, side: 'partner' };
  const asking = askedOf(row);
  return row.budgets.filter(
    (budget) =>
      !budget.forwarded &&
      budget.amount > limitOf(asked, member) &&
      may(handler, 'budget.approve', { case: asking, budget: askedBudget(budget) }).allowed,
  ).length;
}

function countTasks({ tasks }: CaseRow, member: MemberId): number {
  return tasks.filter(({ status, responsibles }) => status !== 'A' && responsibles.includes(member)).length;
}

/** The insurer sees every case, and from level 2 a partner's people those of the own company, a role's at least by its head. */
function unknownOf({ standing, loaded }: EffectQuestion, { company }: MemberEntry): ChangeEffect['unknown'] {
  const ofCompany = standing.side === 'partner' && standing.level >= 2 && standing.company === company;
  if (standing.side !== 'insurer' && !ofCompany) return 'not-seen';
  return loaded ? null : 'not-loaded';
}
