import { invitationMail } from '../accounts/account-mail.ts';
import { invitationDays } from '../accounts/auth.ts';
import { endLinks, makeLink } from '../accounts/one-time-links.ts';
import { hasAnyPassword } from '../accounts/people.ts';
import type { CompanyId, PersonId } from '../../shared/domain/ids.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';
import { addMails } from '../mail/add-mails.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Carrying } from './carrying.ts';
import type { Change } from './in-change.ts';

/** Who is invited into which company. */
export interface Invitee {
  readonly person: PersonId;
  readonly email: string;
  readonly company: CompanyId;
}

/** Writes the mail of an invitation in the same transaction, with a link for who has no password yet. */
export async function inviteByMail({ change, network, standing }: Carrying, invitee: Invitee): Promise<void> {
  const known = await hasAnyPassword(change.db.withTables<AccountTables>(), invitee.person);
  const mail = invitationMail({
    portal: change.portal,
    to: invitee.email,
    id: change.newId(),
    at: change.at,
    portalName: network.portalName,
    companyName: network.companies.get(invitee.company)?.name ?? '',
    by: standing.name,
    link: known ? null : await linkFor(change, invitee.person),
  });
  await addMails(change, [mail]);
}

/** The same once more: the links that went out before end. */
export async function inviteAgainByMail(carrying: Carrying, invitee: Invitee): Promise<void> {
  await endLinks(carrying.change.db, { purpose: 'invitation', value: invitee.person });
  await inviteByMail(carrying, invitee);
}

async function linkFor({ db, at, newId, publicUrl }: Change, person: PersonId): Promise<string> {
  const until = fromMilliseconds(toMilliseconds(at) + invitationDays * 86_400_000);
  const token = await makeLink(db, { id: newId(), purpose: 'invitation', value: person, at, until });
  return `${publicUrl()}/invitation?token=${token}`;
}
