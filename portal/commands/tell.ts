import type { Case } from '../../shared/domain/case/case.ts';
import type { Consequence, Recipient } from '../../shared/domain/decision.ts';
import type { CompanyId, MemberId } from '../../shared/domain/ids.ts';
import { canBeTold, withDeputies } from '../../shared/domain/member/deputies.ts';
import { levels, type Level } from '../../shared/domain/member/standing.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import type { Network } from '../reads/network.ts';
import { membersIn, reachableOf } from '../reads/patch-network.ts';
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
  const told = new Map<string, { readonly tell: Tell; readonly to: MemberEntry }>();
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
function toldMembers(network: Network, to: Recipient, subject: Case): readonly MemberEntry[] {
  const memberOf = (id: MemberId): MemberEntry | undefined => network.members.get(id);
  return withDeputies(membersFor(network, to, subject), memberOf).map(({ member }) => member);
}

function membersFor(network: Network, to: Recipient, subject: Case): readonly MemberEntry[] {
  if (to.kind === 'member') return [activeMember(network, to.member) ?? []].flat();
  if (to.kind === 'office') {
    const office = membersIn(network, to.office).filter((member) => canBeTold(member) && member.level >= 2);
    return office.length > 0 ? office : adminsOf(network, to.company);
  }
  if (to.kind === 'admins') {
    const admins = adminsOf(network, to.company);
    if (admins.length > 0) return admins;
  }
  const handler = subject.handler && activeMember(network, subject.handler.member);
  return handler ? [handler] : seniorsOf(network);
}

function adminsOf(network: Network, company: CompanyId): readonly MemberEntry[] {
  return adminsLevels.flatMap((level) => reachableOf(network, company, level));
}

const adminsLevels = levels.filter((level) => level >= 4);
const seniorsFirst: readonly Level[] = [5, ...levels.filter((level) => level !== 5).toReversed()];

/** Who looks after what is nobody's: the people of level 5, or where there are none those of the highest level there is. */
function seniorsOf(network: Network): readonly MemberEntry[] {
  const insurers = network.companies.values().filter(({ side }) => side === 'insurer');
  for (const level of seniorsFirst) {
    const members = insurers.flatMap(({ id }) => reachableOf(network, id, level));
    if (members.length > 0) return members;
  }
  return [];
}

function activeMember(network: Network, id: MemberId): MemberEntry | null {
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
