import { argon2id } from 'hash-wasm';
import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import { benchNetwork, benchPassword, officeId } from './bench-network.ts';

/** Another insurer's portal: who works there only waits. */
export const otherPortal = 'southern-portal';

/** The role's user of a few cases, whose desk is looked at; carla has the role of the others. */
export const deskMember = 'diana';

/** Who reads a case of `grownCase`, and what of it: one for each way to be tied to a case. */
export const readers = {
  bertil: 'insurer',
  carla: 'role user',
  anna: 'responsible, budgets',
  'kuivaus-0': 'company with the most tasks',
  'katto-chief': 'another company, budgets',
  'putki-0': 'a third company',
  'arvio-0': 'company at which the role lies',
} as const;

/** The benches' network with a second portal, an operator, and so many people of the insurer besides Bertil. */
export function grownNetwork(insurers = 0): NetworkDraft {
  const [portal] = benchNetwork.portals;
  if (!portal) throw new Error('the network has no portal');
  const colleagues = Array.from({ length: insurers }, (_, index) => `insurer-${index}`);
  const more: readonly (readonly [string, string, string | null])[] = [
    [deskMember, 'arvio', officeId('arvio', 'Kuopio')],
    ['katto-chief', 'katto', officeId('katto', 'Kuopio')],
    ['sven', 'southern', null],
    ['oona', 'operator', null],
    ...colleagues.map((id) => [id, 'nordic', null] as const),
  ];
  return {
    ...benchNetwork,
    companies: [
      ...benchNetwork.companies,
      { id: 'southern', name: 'Southern Insurance', side: 'insurer' },
      { id: 'operator', name: 'The operator', side: 'operator' },
    ],
    members: [
      ...benchNetwork.members,
      ...more.map(([id, company, office]) => ({
        id,
        name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Person`,
        email: `${id}@${company}.example`,
        company,
        office,
      })),
    ],
    portals: [
      {
        ...portal,
        members: [
          ...portal.members,
          { member: deskMember, level: 3, marked: true },
          { member: 'katto-chief', level: 3, budgetPermission: true },
          ...colleagues.map((member) => ({ member, level: 3 as const })),
        ],
      },
      {
        ...portal,
        id: otherPortal,
        name: 'Southern Insurance',
        companies: ['southern'],
        offices: [],
        members: [{ member: 'sven', level: 5 }],
      },
    ],
  };
}

/** The address that somebody signs in with. */
export function emailOf(member: string): string {
  const found = grownNetwork(Number(member.split('insurer-')[1] ?? -1) + 1).members.find(({ id }) => id === member);
  if (!found) throw new Error(`there is no ${member}`);
  return found.email;
}

/** Of the benches' password. The hash says its own cost, and how long signing in takes is not measured here. */
export function cheapHash(): Promise<string> {
  return argon2id({
    password: benchPassword,
    salt: 'salt of the bench',
    parallelism: 1,
    iterations: 1,
    memorySize: 8,
    hashLength: 16,
    outputType: 'encoded',
  });
}
