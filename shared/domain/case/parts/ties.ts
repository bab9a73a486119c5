import type { CompanyId, MemberId } from '../../ids.ts';
import type { Standing } from '../../member/standing.ts';
import type { PortalSettings } from '../../portal/portal-settings.ts';
import {
  externalCaseHandler,
  inspector,
  partnerRoles,
  projectManager,
  roleTies,
  type RoleTie,
} from '../../rights/partner-roles.ts';
import type { Right } from '../../rights/rights.ts';
import type { GivenPart } from '../case-part.ts';
import { sights } from '../case-parts.ts';
import type { Case } from '../case.ts';
import { givenBy } from './given.ts';
import type { Given } from './part.ts';

/** Whose ties to a case are kept together. */
export type TiedTo = 'insurer' | `member:${MemberId}` | `company:${CompanyId}`;

/**
 * What ties somebody to a case: facts of the case alone. What they give is worked out for a standing when it is read, so
 * that no change of a right, a mark or a level touches what is kept of cases.
 */
export const ties = ['insurer', ...roleTies, 'responsible', 'works', 'role-office'] as const;

/** One of them. */
export type Tie = (typeof ties)[number];

/** A tie and whose it is. */
export interface Tied {
  readonly to: TiedTo;
  readonly tie: Tie;
}

/** The ties of a case; a deleted one has none. Source: domain.md §1.4 canSeeCase. */
export function tiesOf(whole: Pick<Case, 'state' | 'role' | 'tasks'>): readonly Tied[] {
  if (whole.state === 'deleted') return [];
  const { role, tasks } = whole;
  const responsibles = new Set(tasks.flatMap((task) => task.responsibles.map(({ member }) => member)));
  const working = new Set(tasks.flatMap(({ company }) => company ?? []));
  return [
    { to: 'insurer', tie: 'insurer' },
    ...roleTiesOf(whole),
    ...[...responsibles].map((member) => ({ to: `member:${member}`, tie: 'responsible' }) as const),
    ...[...working].map((company) => ({ to: `company:${company}`, tie: 'works' }) as const),
    ...(role ? [{ to: `company:${role.company}`, tie: 'role-office' } as const] : []),
  ];
}

/** The ties of those who hold a partner role in a case. */
export function roleTiesOf(whole: Pick<Case, 'role' | 'tasks'>): readonly Tied[] {
  return partnerRoles.flatMap(({ tie, holdersIn }) =>
    holdersIn(whole).map((member) => ({ to: `member:${member}` as const, tie })),
  );
}

/** Whose ties count for somebody. */
export function tiedToFor(standing: Standing): readonly TiedTo[] {
  const { active, level, side, member, company } = standing;
  if (!active || level === 0 || side === 'operator') return [];
  if (side === 'insurer') return ['insurer'];
  return level >= 2 ? [`member:${member}`, `company:${company}`] : [`member:${member}`];
}

/** What of a standing decides what is seen of cases. A change of anything else leaves every view as it is. */
export interface Eyes {
  readonly side: Standing['side'];
  /** For the whole company, and may pick a role's user. */
  readonly office: boolean;
  /** The role counts: marked, and the portal uses it. */
  readonly handles: boolean;
  /** What the rights of each partner role open beside. */
  readonly opens: Readonly<Record<RoleTie, readonly OpenedSight[]>>;
  readonly budgetPermission: boolean;
}

/** A sight that a right opens beside what the holder of a role sees. */
export type OpenedSight = (typeof openedSights)[number];

/** All of them. */
export const openedSights = [
  'all-budgets',
  'decides',
  'steers-tasks',
  'settles',
] as const satisfies readonly (keyof typeof sights)[];

const opening: Readonly<Partial<Record<Right, OpenedSight>>> = {
  'budget.approve': 'all-budgets',
  'budget.onBehalf': 'all-budgets',
  'decision.make': 'decides',
  'tasks.allocate': 'steers-tasks',
  'tasks.approve': 'steers-tasks',
  'cash.allTasks': 'settles',
  'ownwork.beforeApproval': 'settles',
};

/** What a set of rights opens, in one order whichever of them opens it. */
function openedBy(rights: readonly Right[]): readonly OpenedSight[] {
  return openedSights.filter((sight) => rights.some((right) => opening[right] === sight));
}

/** What the rights of each partner role open in a portal. */
export function opensIn(settings: PortalSettings): Eyes['opens'] {
  return {
    'project-manager': openedBy(projectManager.rightsIn(settings)),
    inspector: openedBy(inspector.rightsIn(settings)),
    handler: openedBy(externalCaseHandler.rightsIn(settings)),
  };
}

/** How somebody sees cases; null who sees none. */
export function eyesOf(standing: Standing): Eyes | null {
  const { active, level, side, settings, budgetPermission } = standing;
  if (!active || level === 0 || side === 'operator') return null;
  return {
    side,
    office: level >= 2,
    handles: externalCaseHandler.countsFor(standing),
    opens: opensIn(settings),
    budgetPermission,
  };
}

/** Who reads cases: what is seen of them, by which ties, and of which company's cut. */
export interface Viewer {
  /** null for who sees none. */
  readonly eyes: Eyes | null;
  readonly tiedTo: readonly TiedTo[];
  readonly company: CompanyId;
}

/** Somebody as a reader of cases. */
export function viewerOf(standing: Standing): Viewer {
  return { eyes: eyesOf(standing), tiedTo: tiedToFor(standing), company: standing.company };
}

/** The ties by which somebody with these eyes sees a case at all. */
export function tiesThatCount({ side, office, handles }: Eyes): readonly Tie[] {
  if (side === 'insurer') return ['insurer'];
  return [
    ...roleTies.filter((tie) => tie !== 'handler' || handles),
    'responsible',
    ...(office ? (['works', 'role-office'] as const) : []),
  ];
}

/** What is given of a case to somebody who is tied to it like this; null where it is not seen at all. */
export function givenFor(eyes: Eyes, held: ReadonlySet<Tie>): Given | null {
  const counting = new Set(tiesThatCount(eyes).filter((tie) => held.has(tie)));
  if (counting.size === 0) return null;
  if (counting.has('insurer')) return givenBy(sights.insurer);
  const { office, opens, budgetPermission } = eyes;
  const handles = counting.has('handler');
  // A project manager and an inspector are responsible for a task as well.
  const works = counting.has('responsible') || counting.has('works');
  const company = budgetPermission ? sights['company-budgets'] : sights.company;
  const parts = new Set<GivenPart>([
    ...(handles ? sights['external-case-handler'] : []),
    ...(works ? company : []),
    ...roleTies.filter((tie) => counting.has(tie)).flatMap((tie) => opens[tie].flatMap((sight) => sights[sight])),
  ]);
  // Who may not pick the role's user is not told what to choose by.
  if (office) parts.add('brief');
  else parts.delete('brief');
  return givenBy([...parts]);
}

/** The most that a tie can give, whoever has it: whose ties are touched by a change. */
export function mostGivenBy(tie: Tie): Given {
  const opened = openedSights.flatMap((sight) => sights[sight]);
  const responsibleWithRights = [...sights['company-budgets'], ...opened];
  const most = {
    insurer: sights.insurer,
    handler: [...sights['external-case-handler'], ...opened],
    'project-manager': responsibleWithRights,
    inspector: responsibleWithRights,
    responsible: sights['company-budgets'],
    works: sights['company-budgets'],
    'role-office': sights['company-header'],
  } as const satisfies Record<Tie, readonly GivenPart[]>;
  return givenBy(most[tie]);
}
