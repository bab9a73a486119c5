import { rights } from '../../../shared/domain/rights/rights.ts';
import type { NetworkDraft } from '../../../portal/network/network-document.ts';

export const benchPortal = 'nordic-portal';
/** Who reads: the drying company's administrator, who sees every case of the company with its budgets. */
export const readerMember = 'anna';
export const readerEmail = 'anna@kuivaus.example';
export const benchPassword = 'a bench of its own';

const partners = ['kuivaus', 'arvio', 'katto', 'putki', 'maalaus', 'purku'];
const places = [
  ['Kuopio', 62.89, 27.68],
  ['Oulu', 65.01, 25.47],
  ['Tampere', 61.5, 23.76],
  ['Turku', 60.45, 22.27],
] as const;

/** One insurer's portal with six partner companies of four offices and five people each. */
export const benchNetwork: NetworkDraft = {
  companies: [
    { id: 'nordic', name: 'Nordic Mutual', side: 'insurer' },
    ...partners.map((id) => ({ id, name: companyName(id), side: 'partner' as const })),
  ],
  offices: partners.flatMap((company) =>
    places.map(([city, latitude, longitude]) => ({
      id: officeId(company, city),
      company,
      name: `${companyName(company)} ${city}`,
      street: 'Station Road 1',
      postalCode: '70100',
      city,
      position: { latitude, longitude },
    })),
  ),
  members: [
    { id: 'bertil', name: 'Bertil Lind', email: 'bertil@nordic.example', company: 'nordic' },
    { id: readerMember, name: 'Anna Korhonen', email: readerEmail, company: 'kuivaus', office: 'kuivaus-kuopio' },
    { id: 'carla', name: 'Carla Maki', email: 'carla@arvio.example', company: 'arvio', office: 'arvio-kuopio' },
    ...partners.flatMap((company) =>
      places.map(([city], index) => ({
        id: `${company}-${index}`,
        name: `${city} Member`,
        email: `member-${index}@${company}.example`,
        company,
        office: officeId(company, city),
      })),
    ),
  ],
  portals: [
    {
      id: benchPortal,
      name: 'Nordic Mutual',
      settings: {
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
        decisionGate: 'none',
        taskTypes: [
          { code: 'inspection', name: 'Inspection', kind: 'inspection', responsibles: 'one', budget: 'automatic' },
          { code: 'drying', name: 'Drying', kind: 'repair', responsibles: 'several', budget: 'required' },
        ],
        targetHours: { role: 4, '0': 4, '0+': 8, '1': 8, '2': 16, B: 8, '4': 16 },
      },
      companies: ['nordic', ...partners],
      offices: partners.flatMap((company) =>
        places.map(([city]) => ({ office: officeId(company, city), services: ['drying', 'inspection'] })),
      ),
      members: [
        { member: 'bertil', level: 5 },
        { member: readerMember, level: 4, budgetPermission: true, certified: ['drying'] },
        { member: 'carla', level: 3, marked: true },
        ...partners.flatMap((company) =>
          places.map((_, index) => ({ member: `${company}-${index}`, level: 2 as const })),
        ),
      ],
    },
  ],
};

export function officeId(company: string, city: string): string {
  return `${company}-${city.toLowerCase()}`;
}

function companyName(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)} Oy`;
}
