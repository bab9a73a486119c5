import { isSameAsk, type Ask } from '../../../shared/domain/asking/ask.ts';
import { lackOf } from '../../../shared/domain/asking/lack.ts';
import { checkWanted } from '../../../shared/domain/command-book.ts';
import { memberStanding } from '../../../shared/domain/member/member-standing.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/**
 * True where what was asked for does not stand in the way any more, by the rules that refused it, or where the task that
 * it was about was removed. What cannot be told from this reader's view (another company's person, a budget that is not
 * seen) counts as open.
 */
export function isSettled(ask: Ask, { open, now }: { readonly open: OpenCase; readonly now: Moment }): boolean {
  const standing = standingOfAsker(ask, open);
  const { case: subject } = open.content;
  const { wanted, task, budget, office, settling } = ask;
  // Who is told of an ask sees the tasks: one that is not there is nowhere.
  if (task !== null && !subject.tasks.some(({ id }) => id === task)) return true;
  const unseen = budget !== null && !subject.budgets.some(({ id }) => id === budget);
  if (!standing || unseen) return false;
  const stamp = { id: 'forecast', at: now, receivedAt: null, basedOn: null };
  const about = {
    ...(task === null ? {} : { task }),
    ...(budget === null ? {} : { budget }),
    ...(office === undefined ? {} : { office }),
    ...(settling === undefined ? {} : { settling }),
  };
  const checked = checkWanted({ standing, directory: open.directory, case: subject, stamp }, { wanted, ...about });
  if (checked.kind !== 'refused') return checked.kind === 'allowed';
  const lacks = lackOf(checked.refusal);
  return !lacks || !isSameAsk(ask, { ...ask, lacks });
}

function standingOfAsker({ by }: Ask, { standing, directory }: OpenCase): Standing | null {
  if (by.member === standing.member) return standing;
  const entry = directory.members.find(({ id }) => id === by.member);
  const company = entry && directory.companies.find(({ id }) => id === entry.company);
  // Whose account it is decides nothing.
  return company ? { ...memberStanding(standing, entry, company), person: '' } : null;
}
