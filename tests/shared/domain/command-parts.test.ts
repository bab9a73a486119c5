import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { PartName } from '../../../shared/domain/case/parts/part.ts';
import { changesBetween } from '../../../shared/domain/case/parts/split.ts';
import { commandBook, decideCase, type CaseCommand } from '../../../shared/domain/command-book.ts';
import type { Decided, Decision } from '../../../shared/domain/decision.ts';
import { casesFor, commandOf, directory, peopleFor } from '../../support/any-case.ts';
import { aCase, aQuestion } from '../../support/builders.ts';
import { caseNames, matrix } from '../../support/rights-matrix.ts';

/** Values that say so when they are looked into; to be handed on is not to be read. */
function untouchable(part: PartName): never {
  const said = (): never => {
    throw new Error(`read ${part}`);
  };
  return new Proxy({}, { get: said, has: said, ownKeys: said, getOwnPropertyDescriptor: said }) as never;
}

/** A case of which nothing but these parts can be read. What is only added to is there, and empty. */
function only(whole: Case, reads: readonly PartName[], changes: readonly PartName[]): Case {
  const has = (part: PartName): boolean => reads.includes(part);
  const list = <Value>(part: PartName, values: readonly Value[]): readonly Value[] =>
    has(part) ? values : changes.includes(part) ? [] : untouchable(part);
  const small = <Value>(part: PartName, value: Value): Value => (has(part) ? value : untouchable(part));
  const added = <Value>(part: PartName, value: Value) =>
    changes.includes(part) && !has(part) ? null : small(part, value);
  const known = ({ inquiryText, handedBack, ...task }: Case['tasks'][number]) => ({
    ...task,
    sentBack: has('task-returns') ? task.sentBack : null,
    ...(has('task-inquiries') && inquiryText ? { inquiryText } : {}),
    ...(has('task-handbacks') && handedBack ? { handedBack } : {}),
  });
  return {
    ...whole,
    damage: small('damage', whole.damage),
    role: small('role', whole.role),
    decision: small('decision', whole.decision),
    decisionParts: added('decision-parts', whole.decisionParts),
    decisionGrounds: added('decision-grounds', whole.decisionGrounds),
    decisionAmounts: added('decision-amounts', whole.decisionAmounts),
    customer: small('customer', whole.customer),
    cover: small('cover', whole.cover),
    roleDeclined: small('role-past', whole.roleDeclined),
    roleEnded: small('role-past', whole.roleEnded),
    tasks: list('tasks', whole.tasks.map(known)),
    budgets: list(
      'budgets',
      whole.budgets.map(({ items, ...each }) => ({
        ...each,
        ...(has('budget-items') && items ? { items } : {}),
        forwarded: each.forwarded && { ...each.forwarded, note: '', over: null },
      })),
    ),
    budgetVersions: list('budget-versions', whole.budgetVersions ?? []),
    invoices: list('invoices', whole.invoices ?? []),
    asks: list('asks', whole.asks ?? []),
    rooms: list('rooms', whole.rooms ?? []),
    workItems: list('work-items', whole.workItems ?? []),
    workValues: list('work-values', whole.workValues ?? []),
    settlements: list('settlements', whole.settlements ?? []),
    documents: list(changes.includes('budget-files') ? 'budget-files' : 'documents', whole.documents),
  };
}

const basedOns = (name: CaseCommand['name']) =>
  fc.constantFrom(matrix[name].basedOn ?? null, matrix[name].basedOn ?? null, 'case-1', null);

const told = (decision: Decision<Case>): unknown =>
  decision.kind === 'decided' ? { ...decision, after: null } : decision;

describe.each(caseNames)('the page of %s', (name) => {
  const { reads, changes } = commandBook[name];
  const command = commandOf(name);

  test('tells which parts the decision reads, and which it may change', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(casesFor(name), fc.constantFrom(...peopleFor(name)), basedOns(name), (whole, standing, basedOn) => {
        const ask = (subject: Case) =>
          decideCase(aQuestion({ case: subject, standing, directory, stamp: { basedOn } }), command);
        const known = only(whole, reads, changes);
        const [decision, alone] = [ask(whole), ask(known)];
        expect(told(alone)).toEqual(told(decision));
        if (decision.kind !== 'decided') return;
        carriedOut += 1;
        const { after } = alone as Decided<Case>;
        const made = changesBetween({ case: whole, brief: null }, { case: decision.after, brief: null });
        const touched = [...made.changed, ...made.gone].map(({ part }) => part);
        const tails = [...(decision.chat.length > 0 ? ['chat'] : []), ...(decision.log.length > 0 ? ['log'] : [])];
        expect([...changes]).toEqual(expect.arrayContaining([...touched, ...tails]));
        // What the portal server writes is the same where it has loaded nothing else.
        expect(changesOf(readable(known, reads, changes), readable(after, reads, changes))).toEqual(
          changesOf(whole, decision.after),
        );
      }),
      { numRuns: 300 },
    );
    expect(carriedOut).toBeGreaterThan(5);
  });
});

const changesOf = (before: Case, after: Case) =>
  changesBetween({ case: before, brief: null }, { case: after, brief: null });

/** What is told of a decision beside its result, where that is not loaded. */
const unsaid = { decisionParts: null, decisionGrounds: null, decisionAmounts: null };

/** The same with what was not loaded left out, as a portal server has it. */
function readable(known: Case, reads: readonly PartName[], changes: readonly PartName[]): Case {
  const knows = (part: PartName): boolean => reads.includes(part) || changes.includes(part);
  return {
    ...known,
    ...(knows('damage') ? {} : { damage: aCase().damage }),
    ...(knows('role') ? {} : { role: null }),
    ...(knows('decision') ? {} : { decision: null }),
    ...(knows('decision-parts') ? {} : unsaid),
    ...(knows('customer') ? {} : { customer: null }),
    ...(knows('cover') ? {} : { cover: null }),
    ...(knows('role-past') ? {} : { roleDeclined: null, roleEnded: null }),
    ...(knows('tasks') ? {} : { tasks: [] }),
    ...(knows('budgets') ? {} : { budgets: [] }),
    ...(knows('budget-versions') ? {} : { budgetVersions: [] }),
    ...(knows('invoices') ? {} : { invoices: [] }),
    ...(knows('asks') ? {} : { asks: [] }),
    ...(knows('rooms') ? {} : { rooms: [] }),
    ...(knows('work-items') ? {} : { workItems: [] }),
    ...(knows('work-values') ? {} : { workValues: [] }),
    ...(knows('settlements') ? {} : { settlements: [] }),
    ...(knows('documents') || knows('budget-files') ? {} : { documents: [] }),
  };
}
