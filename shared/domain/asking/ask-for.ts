import type { Case } from '../case/case.ts';
import { casePage, type CasePage } from '../case/case-page.ts';
import type { LogDraft } from '../case/log-lines.ts';
import type { CaseQuestion, Recipient } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Authority } from '../rights/rights.ts';
import { findTask } from '../task/change-task.ts';
import type { Addressee } from './addressee.ts';
import { asksOf, lastAsked, rests, type Ask, type AskedFor, type Wanted } from './ask.ts';
import { lackOf, type AskableCode, type Lack } from './lack.ts';
import { authorityOf, checkNow, type Pages } from './check-now.ts';
import { whomToAsk } from './whom.ts';

/** Asks those who can lift a refusal for what is missing (domain.md §16.1: who can grant access). */
export interface AskFor extends Wanted {
  /** Why it was refused when it was asked for: where that has changed, nothing is asked that nobody said. */
  readonly code: AskableCode;
  readonly note: string;
}

interface Found {
  readonly authority: Authority;
  /** Why it is refused now; null where it is not. */
  readonly refusal: Refusal | null;
  readonly lacks: Lack | null;
  readonly of: Addressee | null;
}

/**
 * The page of `ask-for`, made of the pages of what can be wanted. Who sees the content of a case asks, also in a closed
 * one: to have it opened again is all that can be done there. It waits for nothing before it and changes nobody's work.
 */
export function askFor(pages: Pages): CasePage<AskFor, false> {
  return casePage<AskFor, Found>({
    authority: 'chat.write',
    independent: true,
    reads: [...new Set([...Object.values(pages).flatMap(({ reads }) => reads), 'asks' as const])],
    changes: ['asks', 'log'],
    find: (question, input) => find(pages, question, input),
    may: ({ standing, case: subject }) => may(standing, 'chat.write', { case: readable(subject) }),
    check,
    apply: (asked, input) => {
      const ask = askOf(asked, input);
      if (ask === null) return null;
      const last = lastAsked(asked.case, asked.standing, ask);
      return { asks: [...asksOf(asked.case).filter((each) => each !== last), ask] };
    },
    log: lineOf,
    tells: ({ of }) => (of ? [['asked-for', recipientOf(of)]] : []),
  });
}

/** What is named has to be there for who asks. */
function find(pages: Pages, question: CaseQuestion, input: AskFor): Found | null {
  const { case: subject } = question;
  const task = input.task === undefined ? undefined : findTask(subject, input.task);
  const budget = subject.budgets.find(({ id }) => id === input.budget);
  const authority = authorityOf(pages, input.wanted);
  if (!authority || (input.task && !task) || (input.budget && !budget)) return null;
  const checked = checkNow(pages, question, input);
  const refusal = checked.kind === 'refused' ? checked.refusal : null;
  return {
    authority,
    refusal,
    lacks: refusal && lackOf(refusal),
    of: refusal && whomToAsk(question, refusal, { task, budget }),
  };
}

/** A closed case is read as before. */
function readable(subject: Case): Case {
  return subject.state === 'closed' ? { ...subject, state: 'open' } : subject;
}

function check(asked: CaseQuestion & Found, input: AskFor): Refusal | null {
  const { refusal, lacks, of, case: subject, standing, stamp } = asked;
  if (!refusal) return { code: 'allowed-by-now', grantor: 'nobody' };
  if (!lacks || !of || lacks.code !== input.code) return refusal;
  const last = lastAsked(subject, standing, askedForBy(asked, input, lacks));
  return last && rests(last, stamp.at)
    ? { code: 'already-asked', grantor: 'nobody', of: last.of, askedAt: last.at }
    : null;
}

function askedForBy({ authority }: Found, { task, budget }: AskFor, lacks: Lack): AskedFor {
  return { authority, task: task ?? null, budget: budget ?? null, lacks };
}

function askOf(asked: CaseQuestion & Found, input: AskFor): Ask | null {
  const { lacks, of, standing, stamp } = asked;
  if (!lacks || !of) return null;
  const { id, at, receivedAt } = stamp;
  const { wanted, office, settling, note } = input;
  const chosen = { ...(office === undefined ? {} : { office }), ...(settling === undefined ? {} : { settling }) };
  return {
    id,
    by: personRef(standing),
    at,
    receivedAt,
    wanted,
    ...chosen,
    ...askedForBy(asked, input, lacks),
    of,
    note,
  };
}

/** What is missing and whom it is asked of, in the log of the asker's company; the note is for who is asked. */
function lineOf(asked: CaseQuestion & Found, input: AskFor): LogDraft | readonly LogDraft[] {
  const ask = askOf(asked, input);
  if (!ask) return [];
  const { lacks, of } = ask;
  const task = ask.task === null ? undefined : findTask(asked.case, ask.task);
  const budget = asked.case.budgets.find(({ id }) => id === ask.budget);
  return {
    what: 'asked-for',
    facts: {
      lacks: lacks.code,
      wanted: ask.authority,
      of: of.kind,
      name: of.name,
      ...(lacks.right === null ? {} : { right: lacks.right }),
      ...(lacks.level === null ? {} : { level: String(lacks.level) }),
      ...(task ? { task: task.type } : {}),
      ...(budget ? { description: budget.description } : {}),
    },
    company: asked.standing.company,
  };
}

function recipientOf({ kind, company, office }: Addressee): Recipient {
  if (company === null) return { kind: 'insurer' };
  return kind === 'company-admin' || office === null
    ? { kind: 'admins', company }
    : { kind: 'office', office, company };
}
