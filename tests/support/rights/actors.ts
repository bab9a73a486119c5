import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import type { Level } from '../../../shared/domain/member/standing.ts';
import { rights, type Right } from '../../../shared/domain/rights/rights.ts';
import { someSettings } from '../builders.ts';

/** A kind of actor: a column of the rights matrix. */
export interface Actor {
  /** The member who acts; null where nobody is signed in. */
  readonly member: string | null;
  readonly portal: string;
  readonly words: string;
}

export const portal = 'nordic-portal';
export const withoutAny = 'without-any';
const withoutRight = (right: Right): string => `without-${right.replaceAll('.', '-').toLowerCase()}`;

type Person = readonly [
  id: string,
  company: string,
  office: string | null,
  level: Level,
  also?: { readonly marked?: true; readonly budgets?: true; readonly active?: false },
];

/** Who there is: member, company, office, level, and what else the insurer keeps of him or her. */
const people: readonly Person[] = [
  ['operator', 'operator', null, 6],
  ...([1, 2, 3, 4, 5, 6] as const).map((level): Person => [`insurer-${level}`, 'nordic', null, level]),
  ['handler', 'arvio', 'arvio-kuopio', 2, { marked: true }],
  ...([1, 2, 3, 4] as const).map((level): Person => [`role-office-${level}`, 'arvio', 'arvio-kuopio', level]),
  ['manager', 'maestro', null, 2],
  ['inspector', 'mittaus', null, 2],
  ['works-responsible', 'kuivaus', 'kuopio', 1],
  ['works-1', 'kuivaus', 'kuopio', 1],
  ['works-2', 'kuivaus', 'kuopio', 2],
  ['works-3', 'kuivaus', 'kuopio', 3, { budgets: true }],
  ['works-4', 'kuivaus', 'kuopio', 4, { budgets: true }],
  ['other-task', 'rival', 'rival-kuopio', 3, { budgets: true }],
  ['handler-elsewhere', 'gamma', 'gamma', 2, { marked: true }],
  ['manager-elsewhere', 'elsewhere', null, 2],
  ['inspector-elsewhere', 'elsewhere', null, 2],
  ['marked', 'gamma', 'gamma', 2, { marked: true }],
  ['stranger', 'delta', null, 4],
  ['level-0', 'kuivaus', 'kuopio', 0],
  ['deactivated', 'kuivaus', 'kuopio', 4, { active: false }],
  ['other-portal', 'southern', null, 6],
  // Whom the commands are about.
  ['target', 'kuivaus', 'kuopio', 1],
  ['candidate', 'arvio', 'arvio-kuopio', 1, { marked: true }],
];

/** Somebody else of the same company who is there; nobody where one is alone in it. */
export function colleagueOf(member: string): string | undefined {
  const company = people.find(([id]) => id === member)?.[1];
  const fit = people.filter(([id, of, , level, also]) => id !== member && of === company && level > 0 && !also);
  return fit.at(-1)?.[0];
}

const here = (member: string, words: string): Actor => ({ member, portal, words });

/** Every kind of actor, in the groups in which the matrix is read. */
export const actorGroups: Readonly<Record<string, readonly Actor[]>> = {
  'The insurer and the operator': [
    here('operator', 'operator'),
    ...[1, 2, 3, 4, 5, 6].map((level) => here(`insurer-${level}`, `insurer, level ${level}`)),
  ],
  'The External case handler, the project manager and the inspector': [
    here('handler', 'handler, all rights'),
    { member: 'handler', portal: withoutAny, words: 'handler, no right' },
    here('manager', 'project manager, all rights'),
    { member: 'manager', portal: withoutAny, words: 'project manager, no right' },
    here('inspector', 'inspector, all rights'),
    { member: 'inspector', portal: withoutAny, words: 'inspector, no right' },
    here('handler-elsewhere', 'handler of another case'),
    here('manager-elsewhere', 'project manager of another case'),
    here('inspector-elsewhere', 'inspector of another case'),
    here('marked', 'marked, not assigned'),
  ],
  'The office that holds the role': [1, 2, 3, 4].map((level) =>
    here(`role-office-${level}`, `colleague, level ${level}`),
  ),
  'The partner whose task it is': [
    here('works-responsible', 'responsible, level 1'),
    here('works-1', 'colleague, level 1'),
    here('works-2', 'level 2, no budgets'),
    here('works-3', 'level 3, budgets'),
    here('works-4', 'level 4, budgets'),
    here('other-task', 'partner of another task'),
  ],
  'Everybody else': [
    here('stranger', 'another partner'),
    here('other-portal', 'another portal'),
    here('level-0', 'level 0'),
    here('deactivated', 'deactivated'),
    here('invited', 'invited, not yet joined'),
    { member: null, portal, words: 'signed out' },
  ],
};

const roleHolders = [
  'handler',
  'manager',
  'inspector',
  'handler-elsewhere',
  'manager-elsewhere',
  'inspector-elsewhere',
];

/** Who is shown categories of offices, of these actors: the insurer’s people, and who holds a role where it gives right 3. */
export function isShownCategories({ member, portal: of }: Actor): boolean {
  if (member?.startsWith('insurer-')) return true;
  return of === portal && member !== null && roleHolders.includes(member);
}

/** Who is given price lists, of these actors: those too who may enter budgets; every role gives one of the rights, or all. */
export function isGivenPrices(actor: Actor): boolean {
  const budgets = people.some(([id, , , , also]) => id === actor.member && also?.budgets === true);
  return budgets || isShownCategories(actor);
}

/** The handler with one right missing each, in a portal that gives the other fifteen. */
export const oneMissing: readonly (Actor & { readonly right: Right })[] = rights.map((right) => ({
  member: 'handler',
  portal: withoutRight(right),
  words: right,
  right,
}));

/** Who is in the portal by an invitation only, which the insurer makes beforehand. */
export const invited = 'invited';

const services = ['drying', 'inspection', 'painting'];

const offices = [
  { id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio', position: { latitude: 62.9, longitude: 27.7 } },
  { id: 'arvio-kuopio', company: 'arvio', name: 'Arvio Kuopio', position: { latitude: 62.8, longitude: 27.6 } },
  { id: 'rival-kuopio', company: 'rival', name: 'Rival Kuopio', position: null },
  { id: 'gamma', company: 'gamma', name: 'Gamma', position: null },
];

const partners = ['kuivaus', 'arvio', 'rival', 'gamma', 'delta', 'maestro', 'mittaus', 'elsewhere'];

/** What is otherwise about people whom an actor does not see: the limits and budget permissions of other companies. */
export interface NetworkTwist {
  /** Whose people stay as they are; null where nobody is changed. */
  readonly keeps: string | null;
}

function portalOf(
  id: string,
  insurer: string,
  { role, others = rights }: { readonly role: readonly Right[]; readonly others?: readonly Right[] },
  { keeps }: NetworkTwist,
): NetworkDraft['portals'][number] {
  const companies = insurer === 'southern' ? [insurer] : [insurer, ...partners];
  const settings = someSettings({ projectManagerRights: others, inspectorRights: others });
  return {
    id,
    name: insurer,
    settings: { ...settings, externalCaseHandler: { ...settings.externalCaseHandler, rights: role } } as never,
    companies,
    offices: offices
      .filter(({ company }) => companies.includes(company))
      .map(({ id: office }) => ({ office, services })),
    members: people
      .filter(([, company]) => companies.includes(company))
      .map(([member, company, , level, also = {}]) => ({
        member,
        level,
        active: also.active ?? true,
        marked: also.marked ?? false,
        certified: keeps === null || keeps === company ? services : [],
        budgetPermission: also.budgets ?? false,
        limit: keeps === null || keeps === company ? { kind: 'default' } : { kind: 'other', amount: 1 },
      })),
  };
}

/** One portal with all rights, one with each missing, one with none, and another insurer's. */
export function matrixNetwork(twist: NetworkTwist = { keeps: null }): NetworkDraft {
  const one = (right: Right) => rights.filter((each) => each !== right);
  return {
    companies: [
      { id: 'nordic', name: 'Nordic Mutual', side: 'insurer' },
      { id: 'southern', name: 'Southern Insurance', side: 'insurer' },
      { id: 'operator', name: 'The operator', side: 'operator' },
      ...partners.map((id) => ({ id, name: id, side: 'partner' }) as const),
    ],
    offices,
    members: people.map(([id, company, , ,], index) => ({
      id,
      name: `${id} person`,
      email: `${id}@example.com`,
      company,
      office: people[index]?.[2] ?? null,
    })),
    portals: [
      portalOf(portal, 'nordic', { role: rights }, twist),
      portalOf(withoutAny, 'nordic', { role: [], others: [] }, twist),
      ...rights.map((right) => portalOf(withoutRight(right), 'nordic', { role: one(right) }, twist)),
      portalOf('southern-portal', 'southern', { role: rights }, twist),
    ],
  };
}
