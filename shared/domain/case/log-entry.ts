import type { CommandId, CompanyId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../rights/rights.ts';

/** One line of a case's append-only log (domain.md §11): who, as whom, what, when. */
export interface LogEntry {
  readonly id: string;
  readonly command: CommandId;
  /** Past tense, closed set: the words are the renderer's. */
  readonly what: LogWhat;
  readonly by: PersonRef | null;
  readonly as: Role;
  /** When it was decided; `receivedAt` is the portal server's (sync.md 24), null in a guess. */
  readonly at: Moment;
  readonly receivedAt: Moment | null;
  /** Names and reasons for the words; never amounts. */
  readonly facts: Readonly<Record<string, string>>;
  /** The one company that may read it, or everybody who reads the log at all. */
  readonly company: CompanyId | null;
}

/** What can happen in a case in this product so far. */
export type LogWhat =
  | 'case-imported'
  | 'role-given'
  | 'role-removed'
  | 'role-declined'
  | 'role-user-assigned'
  | 'role-user-released'
  | 'received-confirmed'
  | 'members-assigned'
  | 'time-set'
  | 'task-started'
  | 'task-completed'
  | 'task-approved'
  | 'task-sent-back'
  | 'budget-submitted'
  | 'budget-approved'
  | 'budget-rejected'
  | 'budget-forwarded'
  | 'document-added';
