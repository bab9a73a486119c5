import type { NetworkDraft } from '../../portal/network/network-document.ts';
import { smallNetwork } from './small-network.ts';

/** People an office of the partner companies that are added. */
const peopleAnOffice = 50;

/** The small network with so many more people in it: half of them the insurer's, half in partners' offices. */
export function manyMembers(count: number): NetworkDraft {
  const [portal, ...others] = smallNetwork.portals;
  if (!portal) throw new Error('The small network has no portal.');
  const companies = Array.from({ length: Math.ceil(count / 2 / peopleAnOffice) }, (_, index) => `crowd-${index}`);
  const members = Array.from({ length: count }, (_, index) => {
    const company = index % 2 === 0 ? 'nordic' : (companies[(index >> 1) % companies.length] ?? '');
    return {
      id: `member-${index}`,
      name: `Member ${index}`,
      email: `member-${index}@example.com`,
      company,
      office: company === 'nordic' ? null : `${company}-office`,
    };
  });
  const services = ['drying', 'inspection'];
  return {
    companies: [
      ...smallNetwork.companies,
      ...companies.map((id) => ({ id, name: `Crowd ${id}`, side: 'partner' as const })),
    ],
    offices: [
      ...smallNetwork.offices,
      ...companies.map((company) => ({
        id: `${company}-office`,
        company,
        name: `Office of ${company}`,
        position: null,
      })),
    ],
    members: [...smallNetwork.members, ...members],
    portals: [
      {
        ...portal,
        companies: [...portal.companies, ...companies],
        offices: [...(portal.offices ?? []), ...companies.map((id) => ({ office: `${id}-office`, services }))],
        members: [
          ...(portal.members ?? []),
          ...members.map(({ id }, index) => ({ member: id, level: index % 2 === 0 ? (2 as const) : (3 as const) })),
        ],
      },
      ...others,
    ],
  };
}
