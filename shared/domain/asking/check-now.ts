import type { Case } from '../case/case.ts';
import type { CasePage } from '../case/case-page.ts';
import { refused, type CaseQuestion } from '../decision.ts';
import type { Checked } from '../page.ts';
import type { BasedOn } from '../revision.ts';
import { invoicesOf } from '../invoice/invoice.ts';
import { everyAuthority } from '../rights/authority-groups.ts';
import { may } from '../rights/may.ts';
import type { Authority } from '../rights/rights.ts';
import { findTask } from '../task/change-task.ts';
import { planAsFarAsKnown } from './plan-as-far-as-known.ts';
import { settlementAsFarAsKnown, settlingAsFarAsKnown } from './settlement-as-far-as-known.ts';
import type { Wanted } from './ask.ts';

/** The pages of the commands that can be wanted, by name. */
export type Pages = Readonly<Record<string, CasePage<never>>>;

/** What the wanted asks of a person; null where there is no such thing to want. */
export function authorityOf(pages: Pages, wanted: string): Authority | null {
  const authority = pages[wanted]?.authority ?? everyAuthority.find((each) => each === wanted);
  return authority === undefined || authority === 'system' || authority === 'self' ? null : authority;
}

/**
 * What becomes of what is wanted as things stand: by the page of the command, asked about what is there now, and for an
 * authority alone by the policy that every page asks.
 */
export function checkNow(pages: Pages, question: CaseQuestion, { wanted, ...about }: Wanted): Checked {
  const { case: subject, standing, stamp } = question;
  // Its name is correlated with an input that is as much of one as is known before anything is chosen.
  const page = pages[wanted] as CasePage<unknown> | undefined;
  if (page) {
    const input = inputAsFarAsKnown(question, about);
    return page.check(
      { ...question, actor: standing, stamp: { ...stamp, basedOn: seenNow(page, subject, input) } },
      input,
    );
  }
  const authority = authorityOf(pages, wanted);
  const task = about.task && findTask(subject, about.task);
  const budget = subject.budgets.find(({ id }) => id === about.budget);
  const named = { ...(task ? { task } : {}), ...(budget ? { budget } : {}) };
  const verdict = authority && may(standing, authority, { case: subject, ...named });
  return verdict && !verdict.allowed ? refused(verdict.refusal) : { kind: 'allowed' };
}

function seenNow(page: CasePage<unknown>, subject: Case, input: object): readonly BasedOn[] {
  return page.basedOn(input, subject.id).flatMap(({ thing, in: find }) => {
    const revision = find(subject)?.revision ?? null;
    return revision === null ? [] : [{ thing, revision }];
  });
}

/** What a person would enter comes after every question that somebody else could answer otherwise. */
function inputAsFarAsKnown(question: CaseQuestion, named: Omit<Wanted, 'wanted'>) {
  const { case: subject, standing, stamp } = question;
  const { budgets } = subject;
  const { task, budget: id, office = '', settling } = named;
  const type = (task && findTask(subject, task)?.type) ?? standing.settings.taskTypes[0]?.code ?? '';
  const added = { id: '', type, extra: true };
  const budget = budgets.find((each) => each.id === id);
  // No invoice is named by what is wanted: one of the task's, or any, is asked about as well.
  const invoices = invoicesOf(subject);
  const invoice = invoices.find(({ tasks }) => task !== undefined && tasks.includes(task)) ?? invoices[0];
  const { currency } = standing.settings;
  const settlement = settlementAsFarAsKnown(subject);
  const money = budget
    ? { ...budget.money, amount: budget.waiting ?? budget.money.amount }
    : { amount: settlement?.adds ?? 1, currency: settlement?.currency ?? currency };
  return {
    task,
    tasks: task === undefined ? (budget?.tasks ?? []) : [task],
    budget: id,
    version: budget?.version ?? 1,
    money,
    budgets: budget ? [{ budget: budget.id, version: budget.version, money }] : [],
    revises: id ?? null,
    invoice: invoice?.id,
    number: '',
    vat: null,
    dated: '',
    kind: 'final',
    ...added,
    added: [added],
    ...planAsFarAsKnown(question, task, budget),
    settlement: settlement?.id,
    revision: settlement?.revision,
    removed: task === undefined ? [] : [{ task, type }],
    owedBy: 'partner',
    question: '',
    answer: '',
    start: stamp.at,
    end: stamp.at,
    members: [],
    member: '',
    office,
    reason: '',
    name: '',
    phone: '',
    email: '',
    note: '',
    comment: '',
    text: '',
    // What is wanted of the compensation is to decide on it, also early.
    early: true,
    result: 'approved',
    parts: [{ kind: 'other', name: '', ruling: 'covered', scope: '', deduction: 0, reason: '', amount: null }],
    currency: null,
    customerText: '',
    authority: '',
    seen: { documents: [], cover: null },
    file: { file: '', name: '', size: 1, sha256: '', mediaType: '' },
    ...(settling ? settlingAsFarAsKnown(question, settling) : {}),
  };
}
