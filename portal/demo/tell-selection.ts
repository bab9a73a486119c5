import type { PortalId } from '../../shared/domain/ids.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import { taskMemberExclusion } from '../../shared/domain/task/assign-members.ts';
import { carryOutSubject } from '../commands/carry-out-subject.ts';
import { networkNow } from '../commands/directory-change.ts';
import { inChange, type Change } from '../commands/in-change.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import { standingOf } from '../reads/network.ts';

/** An office that has somebody set responsible at once for what is allocated to it, of some types. */
interface Selecting {
  readonly office: string;
  readonly types: readonly string[];
}

/** What is not of these types is assigned by hand. */
const selecting: readonly Selecting[] = [
  { office: 'dryworks-houston', types: ['drying', 'first-aid'] },
  { office: 'coastal-norfolk', types: ['inspection'] },
];

/** The managers of two offices set their automatic member selection, each by a command of its own. */
export async function selectMembers(deps: ChangeDeps, portal: PortalId): Promise<void> {
  for (const office of selecting) await inChange(deps, portal, (change) => selectIn(change, office));
}

async function selectIn(change: Change, { office, types }: Selecting): Promise<void> {
  const network = await networkNow(change);
  const here = network.members.values().filter((member) => member.office === office);
  const standing = standingOf(
    network,
    here.find(({ level }) => level === 3),
  );
  const able = (member: MemberEntry): boolean =>
    types.every((type) => taskMemberExclusion(member, { type, company: member.company }) === null);
  const worker = here.find((member) => member.level < 3 && able(member));
  if (!standing || !worker) throw new Error(`The demo's office ${office} has nobody to select.`);
  const selection = { others: null, byType: Object.fromEntries(types.map((type) => [type, worker.id])) };
  const { at, portal } = change;
  const id = change.newId();
  const carried = await carryOutSubject(
    { change, network, standing, stamp: { id, at, receivedAt: at, basedOn: null } },
    {
      id,
      portal,
      account: standing.person,
      at,
      basedOn: [],
      after: null,
      subject: { kind: 'office', id: office },
      name: 'change-selection',
      input: { selection },
    },
  );
  if (carried.kind !== 'carried-out') throw new Error(`The demo's office ${office} selects nobody: ${carried.kind}`);
}
