import type { Moment } from '../../shared/domain/moment.ts';
import type { MailTable } from '../store/tables.ts';
import { linkMinutes } from './auth.ts';

/** A mail about an account belongs to no portal. */
export const noPortal = '';

/** The mail with the one-time link to a new password. */
export function resetMail(input: {
  readonly to: string;
  readonly link: string;
  readonly id: string;
  readonly at: Moment;
}): MailTable {
  return {
    portal: noPortal,
    id: input.id,
    to_address: input.to,
    subject: 'Partner Desk: choose a new password',
    text: [
      'Somebody, probably you, asked for a new password for Partner Desk.',
      '',
      `Open this link within ${linkMinutes} minutes to choose one. It works once:`,
      input.link,
      '',
      'What waits to be sent in your app is kept: sign in there with the new password afterwards.',
      'If it was not you, do nothing: your password stays as it is.',
    ].join('\n'),
    message_id: `<${input.id}@partner-desk.example>`,
    check_text: 'null',
    created_at: input.at,
    claimed_at: null,
    sent_at: null,
    tries: 0,
    failure: null,
  };
}
