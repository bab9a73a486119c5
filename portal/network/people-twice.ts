import type { Network, NetworkFault, NetworkPortal } from './network-document.ts';

/** What is known of people besides the document: what an earlier one brought. */
export interface KnownPeople {
  readonly operators: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, MemberOf>;
  /** Portal to its members. */
  readonly memberships: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whose member somebody is; a person is known by the address. */
interface MemberOf {
  readonly company: string;
  readonly email: string;
}

/**
 * People whom a document would bring into one portal for a second time: a person has one standing in a portal, so that
 * the cases of the other company would be lost to him or her in silence. Who is there twice already stays as he or she is.
 */
export function peopleTwice(network: Network, known: KnownPeople): readonly NetworkFault[] {
  const members = new Map([...network.members.map((each) => [each.id, each] as const), ...known.members]);
  const sided = network.companies.filter(({ side }) => side === 'operator').map(({ id }) => id);
  const operating = new Set([...known.operators, ...sided]);
  // The operator's people are in every portal without being named in it.
  const operators = [...members].filter(([, { company }]) => operating.has(company)).map(([id]) => id);
  return network.portals.flatMap((portal, index) => {
    const there = known.memberships.get(portal.id) ?? new Set<string>();
    return twiceIn(comingTo(portal, index, operators), there, members);
  });
}

interface Coming {
  readonly member: string;
  readonly path: string;
}

function comingTo({ members }: NetworkPortal, index: number, operators: readonly string[]): readonly Coming[] {
  return [
    ...operators.map((member) => ({ member, path: `portals.${index}` })),
    ...members.map(({ member }, at) => ({ member, path: `portals.${index}.members.${at}.member` })),
  ];
}

function twiceIn(
  coming: readonly Coming[],
  there: ReadonlySet<string>,
  members: ReadonlyMap<string, MemberOf>,
): readonly NetworkFault[] {
  const inside = new Map([...there].map((id) => [members.get(id)?.email, id]));
  return coming.flatMap(({ member, path }) => {
    const { email, company } = members.get(member) ?? {};
    const other = inside.get(email);
    if (email === undefined || there.has(member) || other === member) return [];
    inside.set(email, other ?? member);
    if (other === undefined) return [];
    const message = `${email} cannot work for ${company} here: in this portal he or she is with ${members.get(other)?.company}, and a person has one company in a portal.`;
    return [{ path, message }];
  });
}
