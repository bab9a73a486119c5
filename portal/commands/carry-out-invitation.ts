import type { Command } from '../../shared/contract/commands.ts';
import type { MemberId, PersonId } from '../../shared/domain/ids.ts';
import { inviteMember } from '../../shared/domain/member/invite-member.ts';
import type { Membership } from '../../shared/domain/member/membership.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import { addPeople } from '../accounts/people.ts';
import { membershipRow } from '../network/add-network.ts';
import { directoryFor } from '../reads/network.ts';
import { staleId, type Carried, type Carrying } from './carrying.ts';
import { noteDirectoryChange } from './directory-change.ts';
import type { Change } from './in-change.ts';
import { inviteByMail } from './invite-by-mail.ts';
import { logSettings } from './log-settings.ts';

type Invitation = Extract<Command, { name: 'invite-member' }>;

/** Brings somebody into a portal: the person where the address is new, the member, the membership, and the mail. */
export async function carryOutInvitation(carrying: Carrying, command: Invitation): Promise<Carried> {
  const { change, network, standing, stamp } = carrying;
  const { input, subject } = command;
  const known = (await memberAt(carrying, input.email)) ?? null;
  const question = { standing, directory: directoryFor(network, standing), member: subject.id, known, stamp };
  const decision = inviteMember(question, input);
  if (decision.kind === 'refused') return decision;
  if (decision.kind === 'undecided') throw new Error(`${command.name} could not be decided.`);
  // The row is the lock, as for network documents: whoever brings the same person at once finds him or her there.
  await change.db.updateTable('store').set({ only: 1 }).execute();
  if (await isTaken(change, subject.id)) return staleId;
  const person = await personOf(change, input);
  const member = await memberOf(change, person, command);
  const after = { ...decision.after, member: member.id, office: member.office };
  await addMembership(change, after);
  const about = { ...command, subject: { kind: 'member', id: member.id } } as const;
  await logSettings(carrying, { command: about, before: {}, after });
  await noteDirectoryChange(change, { members: [{ id: member.id, company: input.company }] });
  await inviteByMail(carrying, { ...input, person });
  return { kind: 'carried-out' };
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
