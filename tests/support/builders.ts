import type { Ask } from '../../shared/domain/asking/ask.ts';
import type { Budget } from '../../shared/domain/budget/budget.ts';
import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import type { CaseAsked, CaseQuestion, Stamp } from '../../shared/domain/decision.ts';
import type { FileRef } from '../../shared/domain/document/document.ts';
import type { ExternalCaseHandlerRole } from '../../shared/domain/external-case-handler/role.ts';
import type { PersonRef } from '../../shared/domain/member/person-ref.ts';
import type { MemberStanding, Standing } from '../../shared/domain/member/standing.ts';
import type { Directory, MemberEntry, OfficeEntry } from '../../shared/domain/office/directory.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { System } from '../../shared/domain/rights/actor.ts';
import { rights } from '../../shared/domain/rights/rights.ts';
import type { Inquiry, Task } from '../../shared/domain/task/task.ts';

/** A Monday morning, 10:00 in Helsinki. */
export const monday = '2026-11-23T08:00:00.000Z';

export function someSettings(change: Partial<PortalSettings> = {}): PortalSettings {
  return {
    currency: 'EUR',
    timeZone: 'Europe/Helsinki',
    externalCaseHandler: {
      enabled: true,
      rights: [...rights],
      defaultLimit: 500_000,
      limitBasis: 'cumulative',
      ownCompany: false,
    },
    projectManagerRights: ['tasks.edit', 'tasks.allocate', 'tasks.approve'],
    workPlans: false,
    decisionGate: 'repairs-wait',
    taskTypes: [
      { code: 'inspection', name: 'Inspection', kind: 'inspection', responsibles: 'one', budget: 'automatic' },
      { code: 'drying', name: 'Drying', kind: 'repair', responsibles: 'several', budget: 'required' },
      { code: 'first-aid', name: 'First aid', kind: 'first-aid', responsibles: 'one', budget: 'none' },
    ],
    targetHours: { role: 4, '0': 4, '0+': 8, '1': 8, '2': 16, B: 8, 'B++': 40, '4': 16, C: 8 },
    ...change,
  };
}

/** Settings whose External Case Handler part differs. */
export function settingsWithRole(change: Partial<PortalSettings['externalCaseHandler']>): PortalSettings {
  const settings = someSettings();
  return { ...settings, externalCaseHandler: { ...settings.externalCaseHandler, ...change } };
}

export const anna: PersonRef = { member: 'anna', name: 'Anna Korhonen', company: 'kuivaus' };
export const bertil: PersonRef = { member: 'bertil', name: 'Bertil Lind', company: 'nordic' };
export const carla: PersonRef = { member: 'carla', name: 'Carla Maki', company: 'arvio' };

/** A partner's person; `anna` of the drying company at its office in Kuopio unless changed. */
export function aStanding(change: Partial<Standing> = {}): Standing {
  return {
    portal: 'nordic-portal',
    portalName: 'Nordic Mutual',
    person: 'person-anna',
    member: anna.member,
    name: anna.name,
    company: anna.company,
    companyName: 'Kuivaus Oy',
    office: 'kuopio',
    side: 'partner',
    level: 3,
    active: true,
    marked: false,
    limit: { kind: 'default' },
    certified: ['drying', 'inspection', 'first-aid'],
    budgetPermission: true,
    settings: someSettings(),
    ...change,
  };
}

/** The insurer's case handler. */
export function anInsurer(change: Partial<Standing> = {}): Standing {
  const base = {
    person: 'person-bertil',
    member: bertil.member,
    name: bertil.name,
    company: bertil.company,
    companyName: 'Nordic Mutual',
  };
  return aStanding({ ...base, office: null, side: 'insurer', level: 5, certified: [], ...change });
}

/** The operator's person: in every portal, and in no case. */
export function anOperator(change: Partial<Standing> = {}): Standing {
  const base = { person: 'person-oona', member: 'oona', name: 'Oona Saari', company: 'operator' };
  const place = { companyName: 'The operator', office: null, side: 'operator', level: 6, certified: [] } as const;
  return aStanding({ ...base, ...place, budgetPermission: false, ...change });
}

/** Carla of the adjusters: marked, and the External Case Handler of `aCase` where it has her as the role's user. */
export function aCaseHandler(change: Partial<Standing> = {}): Standing {
  const base = {
    person: 'person-carla',
    member: carla.member,
    name: carla.name,
    company: carla.company,
    companyName: 'Arvio Oy',
  };
  return aStanding({
    ...base,
    office: 'arvio-kuopio',
    level: 2,
    marked: true,
    certified: ['inspection'],
    budgetPermission: false,
    ...change,
  });
}

export function aTask(change: Partial<Task> = {}): Task {
  return {
    id: 'drying-1',
    type: 'drying',
    kind: 'repair',
    several: true,
    budget: 'required',
    main: false,
    status: '0',
    office: 'kuopio',
    company: 'kuivaus',
    responsibles: [],
    plannedStart: null,
    plannedEnd: null,
    since: monday,
    target: null,
    completedBy: null,
    sentBack: null,
    revision: 'revision-of-drying-1',
    ...change,
  };
}

/** Anna's question, asked while the work goes on. */
export function anInquiry(change: Partial<Inquiry> = {}): Inquiry {
  const asked = { command: 'inquiry-1', decidedAt: monday };
  return { owedBy: 'partner', from: '3', paused: { at: monday, target: null }, asked, ...change };
}

export function aRole(change: Partial<ExternalCaseHandlerRole> = {}): ExternalCaseHandlerRole {
  return {
    office: 'arvio-kuopio',
    officeName: 'Arvio Kuopio',
    company: 'arvio',
    assignedBy: bertil,
    officeAssignedAt: monday,
    user: null,
    userAssignedAt: null,
    target: null,
    revision: 'revision-of-role',
    ...change,
  };
}

export function aBudget(change: Partial<Budget> = {}): Budget {
  return {
    id: 'budget-1',
    tasks: ['drying-1'],
    office: 'kuopio',
    company: 'kuivaus',
    version: 1,
    state: 'submitted',
    description: 'Drying of the cellar',
    money: { amount: 420_000, currency: 'EUR' },
    file: aFile(),
    comment: '',
    submittedBy: anna,
    submittedAt: monday,
    target: null,
    rejection: null,
    approvals: [],
    forwarded: null,
    revision: 'revision-of-budget-1',
    ...change,
  };
}

/** Anna asked the insurer for the External Case Handler role. */
export function anAsk(change: Partial<Ask> = {}): Ask {
  return {
    id: 'ask-1',
    by: anna,
    at: monday,
    receivedAt: monday,
    wanted: 'approve-budget',
    authority: 'budget.approve',
    task: null,
    budget: null,
    lacks: { code: 'no-role-in-case', right: null, level: null, feature: null },
    of: { kind: 'insurer', name: 'Nordic Mutual', company: null, office: null, passesOn: false },
    note: '',
    ...change,
  };
}

export function aFile(): FileRef {
  return { file: 'file-1', name: 'calculation.csv', size: 12, sha256: 'a'.repeat(64), mediaType: 'text/csv' };
}

export function aCase(change: Partial<Case> = {}): Case {
  return {
    id: 'case-1',
    portal: 'nordic-portal',
    number: 'NM-2026-00001',
    claimNumber: 'CL-1',
    state: 'open',
    createdAt: monday,
    changedAt: monday,
    damage: { cause: 'Stream or river overflow', lossDate: '2026-11-03', description: 'Water in the cellar' },
    site: {
      street: 'Harbour Street 9',
      postalCode: '70100',
      city: 'Kuopio',
      region: 'FI',
      country: 'FI',
      position: { latitude: 62.89, longitude: 27.68 },
    },
    customer: { name: 'A. Customer', phone: '+358 1', email: 'customer@example.com' },
    cover: { insuredSum: 25_000_000, buildingDamage: 1_200_000, contentsDamage: null },
    handler: bertil,
    role: null,
    roleDeclined: null,
    tasks: [aTask()],
    budgets: [],
    documents: [],
    decision: { result: 'approved', at: monday, by: bertil },
    hidden: [],
    ...change,
  };
}

export function aContent(change: Partial<Case> = {}): CaseContent {
  return { case: aCase(change), chat: [], log: [] };
}

export function anOffice(change: Partial<OfficeEntry> = {}): OfficeEntry {
  return {
    id: 'arvio-kuopio',
    company: 'arvio',
    name: 'Arvio Kuopio',
    street: 'Station Road 1',
    city: 'Kuopio',
    position: { latitude: 62.9, longitude: 27.7 },
    services: ['inspection'],
    available: true,
    inNetwork: true,
    marked: 1,
    ...change,
  };
}

export function aMember(change: Partial<MemberEntry> = {}): MemberEntry {
  return {
    id: carla.member,
    name: carla.name,
    email: 'carla@arvio.example',
    company: carla.company,
    office: 'arvio-kuopio',
    level: 2,
    active: true,
    marked: true,
    limit: { kind: 'default' },
    certified: ['inspection'],
    budgetPermission: false,
    away: null,
    ...change,
  };
}

export function aDirectory(change: Partial<Directory> = {}): Directory {
  return {
    companies: [
      { id: 'nordic', name: 'Nordic Mutual', side: 'insurer' },
      { id: 'kuivaus', name: 'Kuivaus Oy', side: 'partner' },
      { id: 'arvio', name: 'Arvio Oy', side: 'partner' },
    ],
    offices: [
      anOffice(),
      anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio', services: ['drying'], marked: 0 }),
    ],
    members: [
      aMember(),
      aMember({
        id: anna.member,
        name: anna.name,
        company: 'kuivaus',
        office: 'kuopio',
        level: 3,
        marked: false,
        certified: ['drying'],
      }),
    ],
    ...change,
  };
}

/** What a decision is asked about, by a member; the clock stands an hour after `monday` unless changed. */
export function aQuestion(
  change: Partial<Omit<CaseQuestion, 'stamp'>> & { readonly stamp?: Partial<Stamp> } = {},
): CaseQuestion & CaseAsked<MemberStanding> {
  const stamp: Stamp = {
    id: '0199aaaa-0000-7000-8000-000000000001',
    at: '2026-11-23T09:00:00.000Z',
    receivedAt: null,
    basedOn: null,
    ...change.stamp,
  };
  const standing = change.standing ?? aStanding();
  return { directory: aDirectory(), case: aCase(), ...change, standing, actor: standing, stamp };
}

/** The portal server by itself, after what somebody decided unless changed. */
export function theSystem(change: Partial<System> = {}): System {
  return { side: 'system', settings: someSettings(), after: bertil, ...change };
}
