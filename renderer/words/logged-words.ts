import { t } from '@lingui/core/macro';
import type { LogEntry, Logged } from '../../shared/domain/case/log-entry.ts';
import { momentText } from './figures.ts';
import { statusCodeWord } from './status-words.ts';

/** What a line of the log changed beside what its sentence says; nothing where the log did not keep it yet. */
export function loggedWords({ before, after }: Pick<LogEntry, 'before' | 'after'>): readonly string[] {
  if (!before || !after) return [];
  return [
    statusChange(before, after),
    was(timeOf(before)),
    was(before.names),
    was(before.handler),
    was(roleOf(before)),
  ].flatMap((each) => each ?? []);
}

function statusChange({ status: from }: Logged, { status: to }: Logged): string | null {
  if (!from || !to) return null;
  const [before, after] = [statusCodeWord(from), statusCodeWord(to)];
  return t`Status: ${before} → ${after}`;
}

function was(what: string | null | undefined): string | null {
  return what ? t`Before: ${what}` : null;
}

/** A time is moved as a whole, also where only its end differs. */
function timeOf({ start, end }: Logged): string | null {
  const [from, until] = [start, end].map((moment) => (moment ? momentText(moment) : null));
  if (from && until) return t`${from} to ${until}`;
  if (until) return t`until ${until}`;
  return from ? t`from ${from}` : null;
}

function roleOf({ office, user }: Logged): string | null {
  return [user, office].filter(Boolean).join(', ') || null;
}
