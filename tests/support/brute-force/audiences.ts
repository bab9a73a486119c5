import type { CompanyId, MemberId } from '../../../shared/domain/ids.ts';
import type { CaseFacts } from '../../../shared/domain/rights/partner-roles.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { TaskKind } from '../../../shared/domain/portal/portal-settings.ts';
import type { GivenPart } from '../../../shared/domain/case/case-part.ts';
import { sights } from '../../../shared/domain/case/case-parts.ts';
import type { Sight } from './view-of.ts';
import type { Case } from '../../../shared/domain/case/case.ts';

/** Who a rendered view of a case is for (sync.md 21). `company-budgets` is for members who may see budgets. */
export type Audience =
  | 'insurer'
  | `member:${MemberId}`
  | `company-budgets:${CompanyId}`
  | `company:${CompanyId}`
  | `company-header:${CompanyId}`;

/** An audience of a case and what it sees. */
export interface AudienceSight {
  readonly audience: Audience;
  readonly sight: Sight;
}

/**
 * The audiences of a case. `members` are the standings of all who are named in it (role user and responsibles): only
 * they can have a view of their own. Source: domain.md §1.4 canSeeCase.
 */
export function audiencesOf(whole: Case, members: readonly Standing[]): readonly AudienceSight[] {
  if (whole.state === 'deleted') return [];
  const insurer: AudienceSight = { audience: 'insurer', sight: { parts: sights.insurer, company: null } };
  const named = members.flatMap((member) => memberAudience(whole, member));
  const working = new Set(whole.tasks.flatMap((task) => (task.company === null ? [] : [task.company])));
  const companies = [...working].flatMap((company): AudienceSight[] => [
    { audience: `company:${company}`, sight: { parts: sights.company, company } },
    { audience: `company-budgets:${company}`, sight: { parts: sights['company-budgets'], company } },
  ]);
  const header = whole.role === null ? [] : [headerAudience(whole.role.company)];
  return [insurer, ...named, ...companies, ...header];
}

/** The audiences a person reads, richest first: the first that has a case decides what of it is seen. */
export function audiencesFor(standing: Standing): readonly Audience[] {
  if (!standing.active || standing.level === 0) return [];
  if (standing.side !== 'partner') return standing.side === 'insurer' ? ['insurer'] : [];
  const own: Audience = `member:${standing.member}`;
  if (standing.level < 2) return [own];
  const company: readonly Audience[] = standing.budgetPermission
    ? [`company-budgets:${standing.company}`, `company:${standing.company}`]
    : [`company:${standing.company}`];
  return [own, ...company, `company-header:${standing.company}`];
}

/** True when a person may see a case at all: the short truth that stored visibility is checked against. */
export function canSeeCase(standing: Standing, whole: Case, members: readonly Standing[]): boolean {
  const mine = audiencesFor(standing);
  return audiencesOf(whole, members).some((each) => mine.includes(each.audience));
}

function headerAudience(company: CompanyId): AudienceSight {
  return { audience: `company-header:${company}`, sight: { parts: sights['company-header'], company } };
}

function memberAudience(whole: Case, member: Standing): readonly AudienceSight[] {
  if (!member.active || member.level === 0 || member.side !== 'partner') return [];
  const parts = new Set<GivenPart>();
  const add = (list: readonly GivenPart[]): void => list.forEach((part) => parts.add(part));
  const facts: CaseFacts = { standing: member, case: whole };
  const handler = isExternalCaseHandler(facts);
  const responsible = whole.tasks.some((task) => task.responsibles.some((each) => each.member === member.member));
  const works = responsible || (member.level >= 2 && whole.tasks.some((task) => task.company === member.company));
  if (!handler && !responsible) return [];
  if (handler) add(sights['external-case-handler']);
  if (roleSetsOf(member, whole, handler).some(showsBudgets)) add(sights['all-budgets']);
  if (roleSetsOf(member, whole, handler).some((given) => given.includes('decision.make'))) add(sights.decides);
  if (roleSetsOf(member, whole, handler).some(steersTasks)) add(sights['steers-tasks']);
  if (works) add(member.budgetPermission ? sights['company-budgets'] : sights.company);
  // Who may not pick the role's user is not told what to choose by.
  if (member.level < 2) parts.delete('brief');
  else parts.add('brief');
  return [{ audience: `member:${member.member}`, sight: { parts: [...parts], company: member.company } }];
}

/** The sets of rights of the roles that somebody has in a case. */
function roleSetsOf({ member, settings }: Standing, { tasks }: Case, handler: boolean): readonly (readonly Right[])[] {
  const responsibleFor = (kind: TaskKind): boolean =>
    tasks.some((task) => task.kind === kind && task.responsibles.some((each) => each.member === member));
  return [
    ...(handler ? [settings.externalCaseHandler.rights] : []),
    ...(responsibleFor('project-management') ? [settings.projectManagerRights] : []),
    ...(responsibleFor('inspection') ? [settings.inspectorRights ?? []] : []),
  ];
}

/** True for a set with a right for which what was said of every task is read. */
function steersTasks(given: readonly Right[]): boolean {
  return given.includes('tasks.allocate') || given.includes('tasks.approve');
}

/** True for a set with a right for which every budget of the case is read. */
function showsBudgets(given: readonly Right[]): boolean {
  return given.includes('budget.approve') || given.includes('budget.onBehalf');
}
