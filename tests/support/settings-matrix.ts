import type { NetworkDraft } from '../../portal/network/network-document.ts';
import type { OfficeCategories } from '../../shared/domain/category/category.ts';
import type { CommandInputs, CommandName } from '../../shared/domain/command-book.ts';
import type { Level, Standing } from '../../shared/domain/member/standing.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import { usualCalendar } from '../../shared/domain/portal/calendar.ts';
import { usualSettlementRules } from '../../shared/domain/settlement/settlement-rules.ts';
import type { RefusalCode } from '../../shared/domain/rights/refusal.ts';
import { someSettings } from './builders.ts';

/** Every kind of person: what he or she is in the portal, as member, company, office, level and whether active. */
const people = [
  ['operator', 'operator', null, 6, true],
  ...[1, 2, 3, 4, 5, 6].map((level) => [`insurer-${level}`, 'nordic', null, level, true] as const),
  ['insurer-inactive', 'nordic', null, 6, false],
  ...[1, 2, 3, 4].map(
    (level) => [`partner-${level}`, 'arvio', level === 3 ? 'arvio-kuopio' : null, level, true] as const,
  ),
  ['partner-inactive', 'arvio', null, 4, false],
  ['other-company', 'rival', null, 4, true],
  ['other-portal', 'southern', null, 6, true],
  // Whom the commands are about.
  ['tess', 'arvio', 'arvio-kuopio', 1, true],
  ['tove', 'arvio', 'arvio-kuopio', 1, true],
] as const;

/** Who tries all of it. */
export const kinds = people.map(([name]) => name).filter((name) => name !== 'tess' && name !== 'tove');

function termsOf(companies: readonly string[]): Omit<NetworkDraft['portals'][number], 'id' | 'name'> {
  const mine = people.filter(([, company]) => companies.includes(company));
  return {
    settings: someSettings(),
    companies: [...companies],
    offices: companies.includes('arvio') ? [{ office: 'arvio-kuopio', services: ['drying'] }] : [],
    members: mine.map(([member, , , level, active]) => ({ member, level: level as Level, active, certified: [] })),
  };
}

export const settingsNetwork: NetworkDraft = {
  companies: [
    { id: 'nordic', name: 'Nordic Mutual', side: 'insurer' },
    { id: 'southern', name: 'Southern Insurance', side: 'insurer' },
    { id: 'arvio', name: 'Arvio Oy', side: 'partner' },
    { id: 'rival', name: 'Rival Oy', side: 'partner' },
    { id: 'operator', name: 'The operator', side: 'operator' },
  ],
  offices: [{ id: 'arvio-kuopio', company: 'arvio', name: 'Arvio Kuopio', position: null }],
  members: people.map(([id, company, office]) => ({ id, name: id, email: `${id}@example.com`, company, office })),
  portals: [
    { id: 'nordic-portal', name: 'Nordic Mutual', ...termsOf(['nordic', 'arvio', 'rival']) },
    { id: 'southern-portal', name: 'Southern Insurance', ...termsOf(['southern']) },
  ],
};

/** What somebody's app holds when it decides. */
export interface Held {
  readonly standing: Standing;
  readonly directory: Directory;
  readonly categories: OfficeCategories | null;
}

interface Attempt<Name extends CommandName = CommandName> {
  readonly name: Name;
  readonly subject: string;
  /** Something else than what is held, so that there is always something to change. */
  readonly input: (held: Held) => CommandInputs[Name];
}

function attempt<Name extends CommandName>(made: Attempt<Name>): Attempt<Name> {
  return made;
}

const member = ({ directory }: Held, id: string) => directory.members.find((each) => each.id === id);
const office = ({ directory }: Held) => directory.offices.find(({ id }) => id === 'arvio-kuopio');

/** Every command that sets something, and the parts of one that are decided otherwise. */
export const attempts = {
  'the role’s rights': attempt({
    name: 'change-rights',
    subject: 'nordic-portal',
    input: ({ standing }) => ({ ownCompany: !standing.settings.externalCaseHandler.ownCompany }),
  }),
  'the project manager’s rights': attempt({
    name: 'change-manager-rights',
    subject: 'nordic-portal',
    input: ({ standing }) => ({
      rights: standing.settings.projectManagerRights.includes('tasks.edit') ? [] : ['tasks.edit'],
    }),
  }),
  'the inspector’s rights': attempt({
    name: 'change-inspector-rights',
    subject: 'nordic-portal',
    input: ({ standing }) => ({
      rights: standing.settings.inspectorRights?.includes('tasks.edit') ? [] : ['tasks.edit'],
    }),
  }),
  'the portal’s calendar': attempt({
    name: 'change-calendar',
    subject: 'nordic-portal',
    input: ({ standing }) => ({ ...usualCalendar, place: standing.settings.calendar?.place === 'FI' ? 'SE' : 'FI' }),
  }),
  'the categories': attempt({
    name: 'define-categories',
    subject: 'nordic-portal',
    input: ({ categories }) => ({
      categories: [
        { code: 'a', label: `Choice ${String(categories?.defined.revision?.command ?? 0)}`, colour: 'green' },
      ],
    }),
  }),
  'the categories of an office': attempt({
    name: 'categorise-office',
    subject: 'nordic-portal',
    input: ({ categories }) => ({
      office: 'arvio-kuopio',
      categories: categories?.offices[0]?.categories.length ? [] : [{ category: 'a', taskType: 'drying' }],
    }),
  }),
  'how compensation is decided': attempt({
    name: 'change-compensation',
    subject: 'nordic-portal',
    input: ({ standing }) => ({ parts: standing.settings.compensation?.parts === 'whole' ? 'by-part' : 'whole' }),
  }),
  'work plans': attempt({
    name: 'change-work-plans',
    subject: 'nordic-portal',
    input: ({ standing }) => ({ workPlans: !standing.settings.workPlans }),
  }),
  'how tasks are assigned': attempt({
    name: 'change-allocation',
    subject: 'nordic-portal',
    input: ({ standing }) => ({
      recommendedKilometres: standing.settings.allocation?.recommendedKilometres === 50 ? null : 50,
      managerFromOwnCompany: 'insurer-agrees',
    }),
  }),
  'how cash offers are paid': attempt({
    name: 'change-settlement-rules',
    subject: 'nordic-portal',
    input: ({ standing }) => ({
      ...usualSettlementRules,
      vatPercent: standing.settings.settlement?.vatPercent === 2400 ? 2550 : 2400,
    }),
  }),
  'a mark': attempt({
    name: 'mark-member',
    subject: 'tess',
    input: (held) => ({ marked: !member(held, 'tess')?.marked, limit: { kind: 'default' } }),
  }),
  'a member': attempt({
    name: 'change-member',
    subject: 'tess',
    input: (held) => ({ budgetPermission: !member(held, 'tess')?.budgetPermission }),
  }),
  'a member’s level': attempt({
    name: 'change-member',
    subject: 'tove',
    input: (held) => ({ level: member(held, 'tove')?.level === 4 ? 1 : 4 }),
  }),
  'an office': attempt({
    name: 'change-office',
    subject: 'arvio-kuopio',
    input: (held) => ({ available: !office(held)?.available }),
  }),
  'the member selection': attempt({
    name: 'change-selection',
    subject: 'arvio-kuopio',
    input: (held) => ({ selection: office(held)?.selection ? null : { others: 'tess', byType: {} } }),
  }),
  'the network': attempt({
    name: 'change-office',
    subject: 'arvio-kuopio',
    input: (held) => ({ inNetwork: !office(held)?.inNetwork }),
  }),
} as const;

type Expected = 'carried-out' | RefusalCode;

const insurers = (codes: readonly Expected[]) => Object.fromEntries(codes.map((code, n) => [`insurer-${n + 1}`, code]));
const partners = (codes: readonly Expected[]) => Object.fromEntries(codes.map((code, n) => [`partner-${n + 1}`, code]));
const every = (code: Expected, length: number) => Array.from({ length }, () => code);
const yes = 'carried-out';

const forOperator = {
  operator: yes,
  ...insurers(every('operator-only', 6)),
  ...partners(every('operator-only', 4)),
  'other-company': 'operator-only',
} as const;

const forSeniors = {
  operator: 'insurer-only',
  ...insurers([...every('level-too-low', 4), yes, yes]),
  ...partners(every('insurer-only', 4)),
  'other-company': 'insurer-only',
} as const;

/** What becomes of each attempt: of the inactive and of another portal's people apart, who get nowhere. */
export const expected: Readonly<Record<keyof typeof attempts, Readonly<Record<string, Expected>>>> = {
  'the role’s rights': forOperator,
  'the project manager’s rights': forOperator,
  'the inspector’s rights': forOperator,
  'the portal’s calendar': {
    operator: yes,
    ...insurers([...every('level-too-low', 4), yes, yes]),
    ...partners(every('insurer-only', 4)),
    'other-company': 'insurer-only',
  },
  'the categories': forSeniors,
  'the categories of an office': forSeniors,
  'how compensation is decided': {
    operator: yes,
    ...insurers([...every('level-too-low', 4), yes, yes]),
    ...partners(every('insurer-only', 4)),
    'other-company': 'insurer-only',
  },
  'work plans': forOperator,
  'how tasks are assigned': {
    operator: yes,
    ...insurers([...every('level-too-low', 4), yes, yes]),
    ...partners(every('insurer-only', 4)),
    'other-company': 'insurer-only',
  },
  'how cash offers are paid': {
    operator: yes,
    ...insurers([...every('level-too-low', 4), yes, yes]),
    ...partners(every('insurer-only', 4)),
    'other-company': 'insurer-only',
  },
  'a mark': {
    operator: 'insurer-only',
    ...insurers([...every('level-too-low', 4), yes, yes]),
    ...partners(every('insurer-only', 4)),
    'other-company': 'case-not-found',
  },
  'a member': {
    operator: 'insurer-only',
    ...insurers(every(yes, 6)),
    ...partners([...every('level-too-low', 3), yes]),
    'other-company': 'case-not-found',
  },
  'a member’s level': {
    operator: 'insurer-only',
    ...insurers([...every('level-too-low', 3), yes, yes, yes]),
    ...partners([...every('level-too-low', 3), yes]),
    'other-company': 'case-not-found',
  },
  'an office': {
    operator: 'insurer-only',
    ...insurers(every(yes, 6)),
    ...partners(['level-too-low', 'level-too-low', yes, yes]),
    'other-company': 'other-office-task',
  },
  'the member selection': {
    operator: 'insurer-only',
    ...insurers(every(yes, 6)),
    ...partners(['level-too-low', 'level-too-low', yes, yes]),
    'other-company': 'other-office-task',
  },
  'the network': {
    operator: 'insurer-only',
    ...insurers(every(yes, 6)),
    ...partners(every('insurer-only', 4)),
    'other-company': 'insurer-only',
  },
};

/** Who reads what was set when. */
export const logs = {
  portal: { subject: 'nordic-portal', readers: ['operator', ...[1, 2, 3, 4, 5, 6].map((n) => `insurer-${n}`)] },
  categories: { subject: 'nordic-portal', readers: [1, 2, 3, 4, 5, 6].map((n) => `insurer-${n}`) },
  office: {
    subject: 'arvio-kuopio',
    readers: ['operator', ...[1, 2, 3, 4, 5, 6].map((n) => `insurer-${n}`), ...[1, 2, 3, 4].map((n) => `partner-${n}`)],
  },
  member: {
    subject: 'tess',
    readers: ['operator', ...[1, 2, 3, 4, 5, 6].map((n) => `insurer-${n}`), 'partner-4'],
  },
} as const;
