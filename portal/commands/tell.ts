import type { Case } from '../../shared/domain/case/case.ts';
import type { Consequence, Recipient } from '../../shared/domain/decision.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import { canBeTold, withDeputies } from '../../shared/domain/member/deputies.ts';
import type { Network, NetworkMember } from '../reads/network.ts';
import type { Change } from './in-change.ts';
import { writeMails, type Told } from './write-mails.ts';

type Tell = Extract<Consequence, { kind: 'tell' }>;

/** What is to be told about a case after a decision, and who made it. */
export interface Telling {
  readonly subject: Case;
  readonly author: MemberId;
  readonly consequences: readonly Consequence[];
}

/** Writes notices and mails for everybody who is to be told, as rows of the same transaction (sync.md 15). */
export async function tell(change: Change, network: Network, telling: Telling): Promise<void> {
  const told = new Map<string, { readonly tell: Tell; readonly to: NetworkMember }>();
  for (const each of telling.consequences) {
    if (each.kind !== 'tell') continue;
    for (const to of toldMembers(network, each.to, telling.subject)) {
      if (to.id !== telling.author) told.set(`${to.id} ${each.notice}`, { tell: each, to });
    }
  }
  if (told.size === 0) return;
  const notices = [...told.values()].map(({ tell: { notice }, to }) => ({ id: change.newId(), notice, to }));
  await writeNotices(change, telling.subject, notices);
  await writeMails(change, network, telling.subject, notices);
  change.touch(...notices.map(({ to }) => `member:${to.id}` as const));
}

/** Who is told (design.md §11); deputies of those who are away as well (domain.md §11). */
function toldMembers(network: Network, to: Recipient, subject: Case): readonly NetworkMember[] {
  const memberOf = (id: MemberId): NetworkMember | undefined => network.members.get(id);
  return withDeputies(membersFor(network, to, subject), memberOf).map(({ member }) => member);
}

function membersFor(network: Network, to: Recipient, subject: Case): readonly NetworkMember[] {
  const active = [...network.members.values()].filter(canBeTold);
  if (to.kind === 'member') return [activeMember(network, to.member) ?? []].flat();
  if (to.kind === 'office') {
    const office = active.filter((member) => member.office === to.office && member.level >= 2);
    return office.length > 0 ? office : active.filter((member) => member.company === to.company && member.level >= 4);
  }
  const handler = subject.handler && activeMember(network, subject.handler.member);
  if (handler) return [handler];
  return seniorsOf(active.filter((member) => network.companies.get(member.company)?.side === 'insurer'));
}

/** Who looks after what is nobody's: the people of level 5, or where there are none those of the highest level there is. */
function seniorsOf(members: readonly NetworkMember[]): readonly NetworkMember[] {
  const highest = Math.max(...members.map(({ level }) => level));
  const level = members.some((member) => member.level === 5) ? 5 : highest;
  return members.filter((member) => member.level === level);
}

function activeMember(network: Network, id: MemberId): NetworkMember | null {
  const member = network.members.get(id);
  return member && canBeTold(member) ? member : null;
}

async function writeNotices(change: Change, subject: Case, notices: readonly Told[]): Promise<void> {
  const rows = notices.map(({ id, notice, to }) => ({
    portal: change.portal,
    member: to.id,
    id,
    kind: notice,
    case_id: subject.id,
    number: subject.number,
    change: change.number,
    at: change.at,
  }));
  await change.db.insertInto('notice').values(rows).execute();
}
