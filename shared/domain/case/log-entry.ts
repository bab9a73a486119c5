import type { CommandId, CompanyId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../rights/rights.ts';
import type { LogWhat } from '../told.ts';
import type { TaskStatus } from '../task/task-status.ts';

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
  readonly facts: Facts;
  /** As far as it changed what the line is about: how that was, and how it is. Absent in what was stored before it was kept. */
  readonly before?: Logged;
  readonly after?: Logged;
  /** The one company that may read it, or everybody who reads the log at all. */
  readonly company: CompanyId | null;
}

/** What stands against a command that was refused: who decided what instead, when and why. */
export type ContraryDecision = Pick<LogEntry, 'what' | 'by' | 'at' | 'facts'>;

/** Names and reasons for the words of a line. */
export type Facts = Readonly<Record<string, string>>;

/**
 * What a log shows of what a line is about; only what differs. Never amounts: they belong to the parts that not everybody
 * who reads the log may see.
 */
export interface Logged {
  readonly status?: TaskStatus | null;
  readonly start?: Moment | null;
  readonly end?: Moment | null;
  /** Who is responsible, by name. */
  readonly names?: string | null;
  /** Of a budget: its version and what was decided on it. */
  readonly version?: string | null;
  readonly decision?: string | null;
  /** Of a task or the role: the office that has it; of the role also its user. By name. */
  readonly office?: string | null;
  readonly user?: string | null;
  /** The internal case handler, by name. */
  readonly handler?: string | null;
}
