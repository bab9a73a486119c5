import type { Command } from '../../shared/contract/commands.ts';
import { commandBook } from '../../shared/domain/command-book.ts';
import { differing } from '../../shared/domain/differing.ts';
import type { MemberId, PersonId } from '../../shared/domain/ids.ts';
import type { InviteQuestion } from '../../shared/domain/member/invite-member.ts';
import { shownOfMember, type Membership } from '../../shared/domain/member/membership.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import type { Page } from '../../shared/domain/page.ts';
import { addPeople } from '../accounts/people.ts';
import { membershipRow } from '../network/add-network.ts';
import { directoryFor } from '../reads/network.ts';
import { staleId, type Carried, type Carrying } from './carrying.ts';
import { noteDirectoryChange } from './directory-change.ts';
import type { Change } from './in-change.ts';
import { inviteByMail } from './invite-by-mail.ts';
import { logSettings } from './log-settings.ts';
import { carriedOut, type Loaded, type Made, type SubjectFile } from './subject-file.ts';

type Invitation = Extract<Command, { name: 'invite-member' }>;
type Held = Loaded<InviteQuestion, Membership>;

/** Somebody who comes into a portal: the person where the address is new, the member, the membership, and the mail. */
export const newcomerFile: SubjectFile<Invitation, InviteQuestion, Membership, Held> = { page, load, save };

function page({ name }: Invitation) {
  return commandBook[name] as Page<'member', InviteQuestion, unknown, Membership>;
}

async function load(carrying: Carrying, { input, subject }: Invitation): Promise<Held> {
  const { network, standing, stamp } = carrying;
  const known = (await memberAt(carrying, input.email)) ?? null;
  const question = { standing, directory: directoryFor(network, standing), member: subject.id, known, stamp };
  return { question, before: null };
}

async function save(carrying: Carrying, command: Invitation, { decision }: Made<Membership, Held>): Promise<Carried> {
  const { change } = carrying;
  const { input, subject } = command;
  // The row is the lock, as for network documents: whoever brings the same person at once finds him or her there.
  await change.db.updateTable('store').set({ only: 1 }).execute();
  if (await isTaken(change, subject.id)) return staleId;
  const person = await personOf(change, input);
  const member = await memberOf(change, person, command);
  const after = { ...decision.after, member: member.id, office: member.office };
  await addMembership(change, after);
  const about = { ...command, subject: { kind: 'member', id: member.id } } as const;
  await logSettings(carrying, about, differing({}, shownOfMember(after)));
  await noteDirectoryChange(change, { members: [{ id: member.id, company: input.company }] });
  await inviteByMail(carrying, { ...input, person });
  return carriedOut;
}

/** Who has an address in the portal. */
async function memberAt({ change, network }: Carrying, email: string): Promise<MemberEntry | undefined> {
  const person = await change.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst();
  return person && network.byPerson.get(person.id);
}

async function isTaken({ db }: Change, member: MemberId): Promise<boolean> {
  const taken = await db.selectFrom('member').select('id').where('id', '=', member).executeTakeFirst();
  return taken !== undefined;
}

/** Who is known keeps the own name, whatever the admin has typed. */
async function personOf({ db, newId, at }: Change, { name, email }: Invitation['input']): Promise<PersonId> {
  const known = await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await addPeople(db, [{ id, name, email, passwordHash: null }], at);
  return id;
}

/** Who works for the company in another portal is the same member here, and stays in the office of there. */
async function memberOf({ db }: Change, person: PersonId, { subject, input }: Invitation) {
  const { company, office } = input;
  const known = await db
    .selectFrom('member')
    .select(['id', 'office'])
    .where('person', '=', person)
    .where('company', '=', company)
    .executeTakeFirst();
  if (known) return known;
  await db.insertInto('member').values({ id: subject.id, person, company, office }).execute();
  return { id: subject.id, office };
}

async function addMembership({ db, portal, number, at }: Change, membership: Membership): Promise<void> {
  const { member, level, active, marked, limit, certified, budgetPermission } = membership;
  const terms = { member, level, active, marked, limit, certified: [...certified], budgetPermission, deputy: null };
  await db
    .insertInto('membership')
    .values({ portal, ...membershipRow(terms, number), invited_at: at })
    .execute();
}
