import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';

/** A message in a case's chat: everybody who reads the case's content reads it (seed). */
export interface ChatEntry {
  readonly id: string;
  readonly by: PersonRef;
  readonly companyName: string;
  readonly text: string;
  /** When it was written; a replayed one is not received yet. */
  readonly at: Moment;
  readonly receivedAt: Moment | null;
}
