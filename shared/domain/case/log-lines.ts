import type { CaseAsked } from '../decision.ts';
import type { CompanyId } from '../ids.ts';
import { differing } from '../differing.ts';
import { authorOf } from '../rights/actor.ts';
import type { Role } from '../rights/rights.ts';
import type { Facts, LogEntry, Logged } from './log-entry.ts';
import type { LogWhat } from '../told.ts';

/** What a log line says beside who, when and what differs. */
export interface LogDraft {
  readonly what: LogWhat;
  readonly facts?: Facts;
  /** The one company that may read it; everybody who reads the log where none is named. */
  readonly company?: CompanyId | null;
  /** What it is about where one decision says the same of several things. */
  readonly item?: string;
  /** Which of what is shown it tells of; all of it where it is the only line. */
  readonly of?: readonly (keyof Logged)[];
}

/** What is shown of what the lines are about, before and after. */
interface Shown {
  readonly before: Logged;
  readonly after: Logged;
}

/** The lines of a command or of one of its items; an id is made of the command's, the kind and the item, so guess and truth share it. */
export function logLines(
  { actor, stamp, as }: Pick<CaseAsked, 'actor' | 'stamp'> & { readonly as: Role },
  drafts: readonly LogDraft[],
  shown: Shown,
): readonly LogEntry[] {
  return drafts.map(({ what, facts = {}, company = null, item, of }) => ({
    id: [stamp.id, 'log', what, stamp.item, item].filter((part) => part !== undefined).join('-'),
    command: stamp.id,
    what,
    by: authorOf(actor),
    as,
    at: stamp.at,
    receivedAt: stamp.receivedAt,
    facts,
    company,
    ...differing<Logged>(shown.before, shown.after, (key) => of === undefined || of.some((each) => each === key)),
  }));
}
