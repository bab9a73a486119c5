import type { NoticeKind } from '../../shared/domain/told.ts';
import type { JobKind } from '../jobs/job-kind.ts';

/** What a person is told of in the app. */
export interface NoticeTable {
  readonly portal: string;
  readonly member: string;
  readonly id: string;
  readonly kind: NoticeKind;
  readonly case_id: string;
  readonly number: string;
  readonly change: number;
  readonly at: string;
}

/** What is done in the background. All of its moments are the database's. */
export interface JobTable {
  readonly kind: JobKind;
  /** Both empty where it is of none. */
  readonly portal: string;
  readonly subject: string;
  /** null where it was given up. */
  readonly due: string | null;
  /** When it was added or started over; of what is done again and again, when it was done last. */
  readonly added_at: string;
  /** When this row was written last. */
  readonly noted_at: string;
  /** How often it was begun without coming further. */
  readonly attempts: number;
  /** Codes of why the last attempt failed; null before one did, and while one is under way. */
  readonly failure: string | null;
  /** Whose it is, by a token that is new with each claim, and until when unless it is renewed; null where it is free. */
  readonly lease: string | null;
  readonly lease_until: string | null;
  /** How far a job in pieces has come; empty at its begin. */
  readonly place: string;
}

/** A mail to send, as the job of its id: at least once, with a fixed message id (sync.md 15). */
export interface MailTable {
  readonly portal: string;
  readonly id: string;
  readonly to_address: string;
  readonly subject: string;
  readonly text: string;
  readonly message_id: string;
  /** JSON of MailCheck: what must still hold when it is sent. */
  readonly check_text: string;
  readonly created_at: string;
  readonly sent_at: string | null;
}

/** What must still hold when a mail is sent; null where it is sent anyway (a password reset). */
export type MailCheck = {
  readonly case: string;
  readonly notice: string;
  /** The recipient must still be active in the portal. */
  readonly member: string;
  /** For a role given to an office: the role's revision must still be this one. */
  readonly role: string | null;
  /** Set where the mail names the site: the recipient must still see the case. */
  readonly sees?: boolean;
} | null;
