import type { CaseId, PortalId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import { personRef, type MemberStanding } from '../member/standing.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { Refusal } from './refusal.ts';

/** Who acts: a member with a standing, who holds a link, or the portal server by itself. */
export type Actor = MemberStanding | Link | System;

/** Who may be asked whether he or she may; the system asks nobody, the pages that are its own are all it has. */
export type Asker = Exclude<Actor, System>;

/** Somebody without an account, an invited company or a customer: known by the link alone that a portal sent out. */
export interface Link {
  readonly side: 'link';
  readonly portal: PortalId;
  readonly case: CaseId;
  /** What may be done by it: nothing yet. */
  readonly given: readonly never[];
}

/** The portal server, for what no person decides; the command's id is the job's, or of what it follows from. */
export interface System {
  readonly side: 'system';
  readonly settings: PortalSettings;
  /** Whose command it follows from; null where a job does it. */
  readonly after: PersonRef | null;
}

/** The answer to whoever holds a link, whatever is asked and whether or not it is there. */
export const notByLink: Refusal = { code: 'not-by-link', grantor: 'insurer' };

/** Whom the log names for what an actor did; null where that is nobody. */
export function authorOf(actor: Actor): PersonRef | null {
  if (actor.side === 'link') return null;
  return actor.side === 'system' ? actor.after : personRef(actor);
}
