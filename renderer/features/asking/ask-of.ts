import type { Addressee } from '../../../shared/domain/asking/addressee.ts';
import { asksOf, type Ask } from '../../../shared/domain/asking/ask.ts';
import { isAskable } from '../../../shared/domain/asking/lack.ts';
import { whomToAsk } from '../../../shared/domain/asking/whom.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { forecast, type Refused } from '../case/frame.ts';

/** What can be done about a refusal: ask somebody, or wait for who was asked; null where nobody is asked. */
export type Asking = { readonly kind: 'to-ask'; readonly command: CaseCommand; readonly of: Addressee } | Asked;

/** Somebody was asked. */
interface Asked {
  readonly kind: 'asked';
  readonly of: Addressee;
  readonly at: Moment;
  /** It has not been sent to the portal. */
  readonly waits: boolean;
}

/** Asks the rules whether this person can ask for what was refused, of whom, or has asked. */
export function askingFor(
  { open, now }: { readonly open: OpenCase; readonly now: Moment },
  { refusal, wanted }: Refused,
): Asking | null {
  const { standing, directory, content } = open;
  const { case: subject } = content;
  if (!isAskable(refusal.code)) return null;
  const command: CaseCommand = { name: 'ask-for', input: { ...wanted, code: refusal.code, note: '' } };
  const said = forecast({ open, now }, command);
  if (said?.code === 'already-asked') {
    const { of, askedAt: at } = said;
    return { kind: 'asked', of, at, waits: isWaiting(asksOf(subject), standing.member, at) };
  }
  const about = {
    task: subject.tasks.find(({ id }) => id === wanted.task),
    budget: subject.budgets.find(({ id }) => id === wanted.budget),
  };
  const of = said === null ? whomToAsk({ standing, directory, case: subject }, refusal, about) : null;
  return of && { kind: 'to-ask', command, of };
}

function isWaiting(asks: readonly Ask[], member: string, at: Moment): boolean {
  return asks.some((ask) => ask.by.member === member && ask.at === at && ask.receivedAt === null);
}
