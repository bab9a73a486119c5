import type { Moment } from '../../shared/domain/moment.ts';
import type { MailTable } from '../store/job-tables.ts';
import { invitationDays, linkMinutes } from './auth.ts';

/** A mail about an account belongs to no portal. */
export const noPortal = '';

/** Whom a mail goes to, and its id. */
interface Envelope {
  readonly portal: string;
  readonly to: string;
  readonly id: string;
  readonly at: Moment;
}

/** The mail with the one-time link to a new password. */
export function resetMail(input: Omit<Envelope, 'portal'> & { readonly link: string }): MailTable {
  return accountMail({ ...input, portal: noPortal }, 'Partner Desk: choose a new password', [
    'Somebody, probably you, asked for a new password for Partner Desk.',
    '',
    `Open this link within ${linkMinutes} minutes to choose one. It works once:`,
    input.link,
    '',
    'What waits to be sent in your app is kept: sign in there with the new password afterwards.',
    'If it was not you, do nothing: your password stays as it is.',
  ]);
}

/** Who invites somebody into which company of which portal. */
export interface Invitation extends Envelope {
  readonly portalName: string;
  readonly companyName: string;
  readonly by: string;
  /** To a first password; null for who has one already. */
  readonly link: string | null;
}

/** The mail of an invitation. A link to a password never goes to who has one: it would open an account that is in use. */
export function invitationMail(invitation: Invitation): MailTable {
  const { portalName, companyName, by, link } = invitation;
  return accountMail(invitation, `Partner Desk: you work for ${companyName} at ${portalName}`, [
    `${by} has made you a member of ${companyName} in the portal of ${portalName}.`,
    '',
    ...(link === null
      ? ['You have an account already. Sign in to Partner Desk as before: the portal is there.']
      : [
          `Open this link within ${invitationDays} days to choose your password. It works once, and says how to get the app:`,
          link,
        ]),
    '',
    'If you do not know why you get this, do nothing.',
  ]);
}

function accountMail({ portal, to, id, at }: Envelope, subject: string, lines: readonly string[]): MailTable {
  return {
    portal,
    id,
    to_address: to,
    subject,
    text: lines.join('\n'),
    message_id: `<${id}@partner-desk.example>`,
    check_text: 'null',
    created_at: at,
    sent_at: null,
  };
}
