import type { NetworkDraft } from '../../portal/network/network-document.ts';
import type { Level } from '../../shared/domain/member/standing.ts';
import { someSettings } from './builders.ts';

/** Who works in the small network: member, company, office, level, and what else the insurer keeps of him or her. */
const people: readonly (readonly [string, string, string | null, Level, { marked?: true; budgets?: true }?])[] = [
  ['bertil', 'nordic', null, 5],
  ['birgit', 'nordic', null, 5],
  ['anna', 'kuivaus', 'kuopio', 3, { budgets: true }],
  ['aki', 'kuivaus', 'kuopio', 1],
  ['carla', 'arvio', 'arvio-kuopio', 2, { marked: true }],
  ['cecil', 'arvio', 'arvio-kuopio', 1, { marked: true }],
  ['cora', 'arvio', 'arvio-oulu', 4],
  ['rita', 'rival', 'rival-kuopio', 3, { marked: true, budgets: true }],
  ['sven', 'southern', null, 5],
  ['oona', 'operator', null, 6],
];

const offices = [
  { id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio', position: { latitude: 62.9, longitude: 27.7 } },
  { id: 'arvio-kuopio', company: 'arvio', name: 'Arvio Kuopio', position: { latitude: 62.8, longitude: 27.6 } },
  { id: 'arvio-oulu', company: 'arvio', name: 'Arvio Oulu', position: { latitude: 65, longitude: 25.5 } },
  { id: 'rival-kuopio', company: 'rival', name: 'Rival Kuopio', position: null },
];

const services = ['drying', 'inspection', 'first-aid'];

function termsOf(companies: readonly string[]): Omit<NetworkDraft['portals'][number], 'id' | 'name'> {
  const mine = people.filter(([, company]) => companies.includes(company) && company !== 'operator');
  return {
    settings: someSettings(),
    companies: companies.filter((company) => company !== 'operator'),
    offices: offices.filter(({ company }) => companies.includes(company)).map(({ id }) => ({ office: id, services })),
    members: mine.map(([member, , , level, also = {}]) => ({
      member,
      level,
      marked: also.marked ?? false,
      budgetPermission: also.budgets ?? false,
      certified: services,
    })),
  };
}

/** Two insurers' portals; the partners work in the first, one of them in both. */
export const smallNetwork: NetworkDraft = {
  companies: [
    { id: 'nordic', name: 'Nordic Mutual', side: 'insurer' },
    { id: 'southern', name: 'Southern Insurance', side: 'insurer' },
    { id: 'kuivaus', name: 'Kuivaus Oy', side: 'partner' },
    { id: 'arvio', name: 'Arvio Oy', side: 'partner' },
    { id: 'rival', name: 'Rival Oy', side: 'partner' },
    { id: 'operator', name: 'The operator', side: 'operator' },
  ],
  offices,
  members: people.map(([id, company, office]) => ({
    id,
    name: `${id[0]?.toUpperCase()}${id.slice(1)} Person`,
    email: `${id}@example.com`,
    company,
    office,
  })),
  portals: [
    { id: 'nordic-portal', name: 'Nordic Mutual', ...termsOf(['nordic', 'kuivaus', 'arvio', 'rival', 'operator']) },
    { id: 'southern-portal', name: 'Southern Insurance', ...termsOf(['southern', 'kuivaus', 'operator']) },
  ],
};
