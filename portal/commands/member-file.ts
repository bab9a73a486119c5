import type { CommandAbout } from '../../shared/contract/commands.ts';
import { eyesOf, tiedToFor, viewerOf } from '../../shared/domain/case/parts/ties.ts';
import { memberPageOf } from '../../shared/domain/command-book.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { MemberQuestion, Membership } from '../../shared/domain/member/membership.ts';
import { seesDirectory, seesMembersOf } from '../../shared/domain/office/directory-sight.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import { isMarkedUser } from '../../shared/domain/office/marked-users.ts';
import { directoryFor, standingOf, type Network } from '../reads/network.ts';
import { givenOf } from '../reads/visibility.ts';
import type { Carried, Carrying } from './carrying.ts';
import { noteDirectoryChange } from './directory-change.ts';
import { inviteAgainByMail } from './invite-by-mail.ts';
import { logSettings } from './log-settings.ts';
import { noteReading, readMessages, readUpTo } from './note-reading.ts';
import { releaseRoles } from './release-roles.ts';
import { renewBriefs } from './renew-briefs.ts';
import { carriedOut, type Loaded, type Made, type SubjectFile } from './subject-file.ts';

type MemberCommand = Exclude<CommandAbout<'member'>, { name: 'invite-member' }>;

interface Held extends Loaded<MemberQuestion, Membership> {
  readonly before: Membership;
  readonly entry: MemberEntry;
}

interface Changed {
  readonly before: Membership;
  readonly after: Membership;
}

/** Members; one who is not in the reader's directory does not exist for him or her. */
export const memberFile: SubjectFile<MemberCommand, MemberQuestion, Membership, Held> = {
  page: memberPageOf,
  load,
  save,
};

async function load(carrying: Carrying, command: MemberCommand): Promise<Held | null> {
  const { network, standing, stamp } = carrying;
  const entry = network.members.get(command.subject.id);
  if (!entry || (!seesMembersOf(standing, entry.company) && entry.id !== standing.member)) return null;
  const read = await readingOf(carrying, entry, command);
  if (!read) return null;
  const before = membershipOf(entry, read.reading);
  const question = { standing, directory: directoryFor(network, standing), member: before, stamp };
  return { question, before, entry, input: read.input };
}

/**
 * Nobody has read more than there is, what comes later would never be new; and what one wrote oneself is never new. null
 * where the case is not for this person.
 */
async function readingOf(
  { change, standing }: Carrying,
  { id }: MemberEntry,
  command: MemberCommand,
): Promise<{ readonly reading: Membership['reading']; readonly input: unknown } | null> {
  if (command.name !== 'mark-read') return { reading: {}, input: command.input };
  const { case: subject, messages: upTo } = command.input;
  // How far a chat was read says how long it is: only who is given it is told.
  const given = await givenOf(change.db, change.portal, { viewer: viewerOf(standing), case: subject });
  if (!given?.has('chat')) return null;
  const reading = { [subject]: await readMessages(change, id, subject) };
  return { reading, input: { case: subject, messages: await readUpTo(change, id, subject, upTo) } };
}

async function save(carrying: Carrying, command: MemberCommand, made: Made<Membership, Held>): Promise<Carried> {
  const { change, network } = carrying;
  const { before, entry } = made.held;
  const { after, settings, consequences } = made.decision;
  if (command.name === 'mark-read') {
    const read: CaseId = command.input.case;
    await noteReading(change, after.member, read, after.reading[read] ?? 0);
    return carriedOut;
  }
  await saveMembership(carrying, { before, after });
  await logSettings(carrying, command, settings);
  const person = network.people.get(entry.id);
  if (command.name === 'invite-again' && person !== undefined) await inviteAgainByMail(carrying, { ...entry, person });
  for (const { kind } of consequences) if (kind === 'release-roles-of') await releaseRoles(carrying, before, after);
  return carriedOut;
}

function membershipOf(member: MemberEntry, reading: Membership['reading']): Membership {
  const { id, company, office, level, active, marked, limit, certified, budgetPermission, away } = member;
  const { invited, markRevision, termsRevision } = member;
  const kept = { company, office, level, active, marked, limit, certified, budgetPermission, away };
  return { member: id, ...kept, invited, markRevision, termsRevision, reading };
}

async function saveMembership({ change, network }: Carrying, { before, after }: Changed): Promise<void> {
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
