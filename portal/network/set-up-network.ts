import { usualTaskTypes } from '../../shared/domain/portal/usual-task-types.ts';
import type { SetUp } from '../../shared/contract/set-up.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { NetworkDraft } from './network-document.ts';

const operating = 'operator';

/** The network of a portal server that is set up on one computer: what nobody was asked for is what most portals have. */
export function setUpNetwork(setUp: SetUp, newId: () => string): NetworkDraft {
  const { operator, portal, senior } = setUp;
  const insurer = { id: newId(), name: portal.insurer };
  const first = { id: newId(), name: senior.name, email: senior.email, company: insurer.id };
  const partners = setUp.partners.map((partner) => partnerOf(partner, newId));
  const codes = portal.taskTypes;
  return {
    companies: [
      { id: operating, name: operator.company, side: 'operator' },
      { ...insurer, side: 'insurer' },
      ...partners.map(({ company }) => company),
    ],
    offices: partners.map(({ office }) => office),
    members: [
      { id: newId(), name: operator.name, email: operator.email, company: operating },
      first,
      ...partners.flatMap(({ people }) => people.map(({ member }) => member)),
    ],
    portals: [
      {
        id: portalId(portal.insurer),
        name: portal.insurer,
        settings: firstSettings(portal),
        companies: [insurer.id, ...partners.map(({ company }) => company.id)],
        offices: partners.map(({ office }) => ({ office: office.id, services: codes })),
        members: [
          { member: first.id, level: 6 },
          ...partners.flatMap(({ people }) =>
            // Who is certified for nothing can be given nothing; the insurer takes away what somebody may not do.
            people.map(({ member, level, marked }) => ({ member: member.id, level, marked, certified: codes })),
          ),
        ],
      },
    ],
  };
}

function partnerOf({ name, people, ...address }: SetUp['partners'][number], newId: () => string) {
  const company = { id: newId(), name, side: 'partner' as const };
  // Half a letter may be left of the last one.
  const officeName = `${name} ${address.city}`.slice(0, 200).replace(/[\ud800-\udbff]$/, '');
  const office = { id: newId(), company: company.id, name: officeName, ...address };
  return {
    company,
    office,
    people: people.map(({ level, marked, ...who }) => ({
      level,
      marked,
      member: { id: newId(), ...who, company: company.id, office: office.id },
    })),
  };
}

/** Case numbers begin with it, so that it is the insurer's name as far as an id can be. */
function portalId(insurer: string): string {
  const letters = insurer.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const id = letters.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return id.length < 2 ? 'portal' : id.slice(0, 60);
}

function firstSettings({ currency, timeZone, taskTypes, defaultLimit }: SetUp['portal']): PortalSettings {
  const chosen = new Set<string>(taskTypes);
  return {
    currency,
    timeZone,
    externalCaseHandler: {
      enabled: true,
      rights: [
        'tasks.edit',
        'tasks.allocate',
        'budget.approve',
        'tasks.approve',
        'customer.communication',
        'chat.forceMark',
        'inspection.start',
      ],
      defaultLimit,
      limitBasis: 'cumulative',
      ownCompany: false,
    },
    projectManagerRights: ['tasks.edit', 'tasks.allocate'],
    inspectorRights: [],
    workPlans: false,
    decisionGate: 'repairs-wait',
    taskTypes: usualTaskTypes.filter(({ code }) => chosen.has(code)),
    targetHours: { role: 8, C: 8, '0': 8, '0+': 8, '1': 16, '2': 24, B: 16, 'B++': 40, '3': 80, '3-': 16, '4': 24 },
  };
}
