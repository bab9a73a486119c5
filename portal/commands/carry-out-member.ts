import type { Command } from '../../shared/contract/commands.ts';
import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import { eyesOf, tiedToFor, viewerOf } from '../../shared/domain/case/parts/ties.ts';
import { commandBook, decideMember, type MemberCommandName } from '../../shared/domain/command-book.ts';
import { releaseRoleUser } from '../../shared/domain/external-case-handler/change-role.ts';
import type { Membership } from '../../shared/domain/member/membership.ts';
import { seesDirectory, seesMembersOf } from '../../shared/domain/office/directory-sight.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import { isMarkedUser } from '../../shared/domain/office/marked-users.ts';
import { directoryFor, standingOf, type Network } from '../reads/network.ts';
import { seesCase } from '../reads/visibility.ts';
import { notFound, type Carried, type Carrying } from './carrying.ts';
import { loadCase } from './case-content.ts';
import { networkNow, noteDirectoryChange } from './directory-change.ts';
import type { Change } from './in-change.ts';
import { inviteAgainByMail } from './invite-by-mail.ts';
import { logSettings } from './log-settings.ts';
import { nameChanger } from './name-changer.ts';
import { noteReading, readMessages, readUpTo } from './note-reading.ts';
import { renewBriefs } from './renew-briefs.ts';
import { saveCase } from './save-case.ts';
import { tell } from './tell.ts';

type MemberCommand = Extract<Command, { name: MemberCommandName }>;

/** True for a command about somebody who is a member already. */
export function isMemberCommand(command: Command): command is MemberCommand {
  return commandBook[command.name].subject === 'member' && command.name !== 'invite-member';
}

/** Carries out a command about a member; one who is not in the reader's directory does not exist for him or her. */
export async function carryOutMember(carrying: Carrying, command: MemberCommand): Promise<Carried> {
  const { change, network, standing, stamp } = carrying;
  const member = network.members.get(command.subject.id);
  const directory = directoryFor(network, standing);
  if (!member || (!seesMembersOf(standing, member.company) && member.id !== standing.member)) return notFound;
  const read = command.name === 'mark-read' ? command.input.case : null;
  if (read !== null && !(await seesCase(change.db, change.portal, { viewer: viewerOf(standing), case: read }))) {
    return notFound;
  }
  const before = membershipOf(member, read === null ? {} : { [read]: await readMessages(change, member.id, read) });
  const decision = decideMember({ standing, directory, member: before, stamp }, await asItCounts(change, command));
  if (decision.kind === 'refused') {
    const overwritten = command.name === 'mark-member' ? before.markRevision : before.termsRevision;
    return { ...decision, refusal: await nameChanger(carrying, decision.refusal, overwritten) };
  }
  if (decision.kind === 'undecided') throw new Error(`${command.name} could not be decided.`);
  if (read !== null) await noteReading(change, member.id, read, decision.after.reading[read] ?? 0);
  else if (decision.after !== before) {
    await saveMembership(carrying, before, decision.after);
    await logSettings(carrying, { command, before, after: decision.after });
    const person = network.people.get(member.id);
    if (command.name === 'invite-again' && person !== undefined)
      await inviteAgainByMail(carrying, { ...member, person });
  }
  for (const consequence of decision.consequences) {
    if (consequence.kind === 'release-roles-of') await releaseRoles(carrying, before, decision.after);
  }
  return { kind: 'carried-out' };
}

/** Nobody has read more than there is, what comes later would never be new; and what one wrote oneself is never new. */
async function asItCounts(change: Change, command: MemberCommand): Promise<MemberCommand> {
  if (command.name !== 'mark-read') return command;
  const { case: subject, messages: upTo } = command.input;
  const messages = await readUpTo(change, command.subject.id, subject, upTo);
  return { ...command, input: { ...command.input, messages } };
}

function membershipOf(member: MemberEntry, reading: Membership['reading']): Membership {
  const { id, company, office, level, active, marked, limit, certified, budgetPermission, away } = member;
  const { invited, markRevision, termsRevision } = member;
  const kept = { company, office, level, active, marked, limit, certified, budgetPermission, away };
  return { member: id, ...kept, invited, markRevision, termsRevision, reading };
}

async function saveMembership({ change, network }: Carrying, before: Membership, after: Membership): Promise<void> {
  const [was, is] = [sightOf(network, before), sightOf(network, after)];
  await change.db
    .updateTable('membership')
    .set({
      level: after.level,
      active: after.active ? 1 : 0,
      marked: after.marked ? 1 : 0,
      limit_kind: after.limit.kind,
      limit_amount: after.limit.kind === 'other' ? after.limit.amount : null,
      certified: JSON.stringify(after.certified),
      budget_permission: after.budgetPermission ? 1 : 0,
      deputy: after.away?.deputy ?? null,
      ...(after.invited ? { invited_at: after.invited.at } : {}),
      mark_revision: after.markRevision ? JSON.stringify(after.markRevision) : null,
      terms_revision: after.termsRevision ? JSON.stringify(after.termsRevision) : null,
      standing_changed: change.number,
      ...(was.audience === is.audience ? {} : { audience_changed: change.number }),
      ...(was.handles === is.handles ? {} : { handles_changed: change.number }),
      ...(was.budgets === is.budgets ? {} : { budgets_changed: change.number }),
    })
    .where('portal', '=', change.portal)
    .where('member', '=', after.member)
    .execute();
  const recounted = isMarkedUser(before) !== isMarkedUser(after) && after.office !== null;
  await noteDirectoryChange(change, {
    members: [{ id: after.member, company: after.company }],
    ...(recounted ? { offices: [after.office] } : {}),
  });
  if (before.marked || after.marked) await renewBriefs(change, after.company);
}

/** How a member sees cases, as far as the membership decides: a change of whose cases are seen is no delta (sync.md 22). */
function sightOf(network: Network, membership: Membership) {
  const member = network.members.get(membership.member);
  const standing = standingOf(network, member && { ...member, ...membership, id: member.id });
  const eyes = standing && eyesOf(standing);
  return {
    audience: standing ? JSON.stringify([tiedToFor(standing), eyes?.office, seesDirectory(membership)]) : '',
    handles: eyes?.handles,
    budgets: eyes?.budgetPermission,
  };
}

function lossOf(before: Membership, after: Membership): WithdrawalReason | undefined {
  if (before.marked && !after.marked) return 'mark-removed';
  return before.active !== after.active || before.level !== after.level ? 'level-changed' : undefined;
}

/** What follows for the cases of somebody who cannot have the role any more: it falls back to its office. */
async function releaseRoles({ change, standing, stamp }: Carrying, before: Membership, after: Membership) {
  const network = await networkNow(change);
  const directory = directoryFor(network, standing);
  const cases = await change.db
    .selectFrom('case_file')
    .select('id')
    .where('portal', '=', change.portal)
    .where('role_user', '=', after.member)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  for (const { id } of cases) {
    const stored = await loadCase(change.db, change.portal, id);
    const decision = stored && releaseRoleUser({ standing, directory, case: stored.case, stamp });
    if (!stored || decision?.kind !== 'decided') throw new Error('A role could not be released.');
    const because = lossOf(before, after);
    await saveCase(change, network, { ...decision, before: stored, ...(because ? { because } : {}) });
    await tell(change, network, {
      subject: decision.after,
      author: standing.member,
      consequences: decision.consequences,
    });
  }
}
