import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { lacksInvoice } from '../../../../shared/domain/invoice/lacks-invoice.ts';
import { foldedNumber, isNumberTaken } from '../../../../shared/domain/invoice/invoice.ts';
import { aboveBudget, invoiceSums, placesInSum } from '../../../../shared/domain/invoice/invoice-sums.ts';
import { rights } from '../../../../shared/domain/rights/rights.ts';
import { taskStatuses } from '../../../../shared/domain/task/task-status.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aFile,
  anInsurer,
  aQuestion,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';
import { anEntry, anInvoice, itsDocument } from '../../../support/invoices.ts';

const anna = aStanding({ budgetPermission: true });
const insurer = anInsurer();
const handler = aCaseHandler({ settings: settingsWithRole({ enabled: true, rights: [...rights] }) });
const invoice = anInvoice();
const running = aTask({ status: '3' });

const decide = (command: CaseCommand, change: Partial<Case>, standing = anna) =>
  decideCase(
    aQuestion({
      case: aCase({ tasks: [running], documents: (change.invoices ?? []).map(itsDocument), ...change }),
      standing,
      stamp: { basedOn: 'invoice' in command.input ? invoice.revision : null },
    }),
    command,
  );
const code = (decision: ReturnType<typeof decide>) =>
  decision.kind === 'refused' ? decision.refusal.code : decision.kind;

const add = (change = {}): CaseCommand => ({ name: 'add-invoice', input: { ...anEntry(change), file: aFile() } });
const alter: CaseCommand = { name: 'change-invoice', input: { ...anEntry(), invoice: invoice.id, file: null } };
const remove: CaseCommand = { name: 'remove-invoice', input: { invoice: invoice.id } };
const approve: CaseCommand = { name: 'approve-invoice', input: { invoice: invoice.id, money: invoice.money } };
const reject: CaseCommand = { name: 'reject-invoice', input: { invoice: invoice.id, reason: 'twice' } };
const enters = [alter, remove] as const;

describe('an invoice', () => {
  test.each(taskStatuses)('for a task in %s', (status) => {
    const tasks = [aTask({ status })];
    const open = ['3', '3-', '4'].includes(status);
    for (const [command, invoices] of [[add(), []] as const, ...enters.map((each) => [each, [invoice]] as const)])
      expect(code(decide(command, { tasks, invoices }))).toBe(open ? 'decided' : 'status-conflict');
    // The insurer decides on what was entered in time, also afterwards.
    expect(code(decide(approve, { tasks, invoices: [invoice] }, insurer))).toBe('decided');
  });

  test('waits, is decided once, and can be changed no more then', () => {
    for (const [command, state] of [
      [approve, 'approved'],
      [reject, 'rejected'],
    ] as const) {
      const decision = decide(command, { invoices: [invoice] }, insurer);
      if (decision.kind !== 'decided') throw new Error('not decided');
      expect(decision.after.invoices).toMatchObject([{ state, decided: { by: { member: 'bertil' } } }]);
      expect(JSON.stringify(decision.log)).not.toContain(String(invoice.money.amount));
      for (const [again, who] of [
        [alter, anna],
        [remove, anna],
        [approve, insurer],
        [reject, insurer],
      ] as const)
        expect(code(decide(again, { invoices: decision.after.invoices ?? [] }, who))).toBe('already-decided');
    }
  });

  test('is approved by the insurer alone, whatever rights the External case handler has', () => {
    for (const command of [approve, reject]) {
      expect(code(decide(command, { invoices: [invoice] }, handler))).toBe('insurer-only');
      expect(code(decide(command, { invoices: [invoice] }, anna))).toBe('insurer-only');
    }
  });

  test('is not approved for another amount than was seen', () => {
    const money = { ...invoice.money, amount: invoice.money.amount - 1 };
    expect(
      code(
        decide({ name: 'approve-invoice', input: { invoice: invoice.id, money } }, { invoices: [invoice] }, insurer),
      ),
    ).toBe('stale');
  });

  test('is entered by who may see budgets, for tasks of the own company alone', () => {
    expect(code(decide(add(), {}, aStanding({ budgetPermission: false })))).toBe('no-budget-permission');
    expect(code(decide(add(), {}, handler))).toBe('other-office-task');
    const tasks = [running, aTask({ id: 'painting-1', status: '3', company: 'rival' })];
    expect(code(decide(add({ tasks: ['drying-1', 'painting-1'] }), { tasks }))).toBe('other-office-task');
    expect(code(decide(add({ money: { amount: 1, currency: 'SEK' } }), {}))).toBe('currency-differs');
  });

  test('that is taken back leaves with its file; one that is changed has one file', () => {
    const removed = decide(remove, { invoices: [invoice] });
    expect(removed).toMatchObject({ after: { invoices: [], documents: [] } });
    const file = { ...aFile(), file: 'another' };
    const changed = decide({ ...alter, input: { ...anEntry(), invoice: invoice.id, file } }, { invoices: [invoice] });
    expect(changed).toMatchObject({
      after: { invoices: [{ file }], documents: [{ file: 'another', invoice: invoice.id }] },
    });
  });
});

describe('a number', () => {
  test('is the same however capitals and spaces are typed, and another with leading zeros', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9ÄÖäö/-]{1,20}$/), fc.nat(20), (number, at) => {
        const spaced = `${number.slice(0, at)}\u00a0 ${number.slice(at)}`;
        expect(foldedNumber(spaced.toUpperCase())).toBe(foldedNumber(number));
        expect(foldedNumber(`0${number}`)).not.toBe(foldedNumber(number));
      }),
    );
  });

  test('is used once a company; a rejected invoice leaves it free', () => {
    const asked = { company: 'kuivaus', number: 'kp2026-014', except: null };
    expect(isNumberTaken([invoice], asked)).toBe(true);
    expect(isNumberTaken([invoice], { ...asked, except: invoice.id })).toBe(false);
    expect(isNumberTaken([invoice], { ...asked, company: 'rival' })).toBe(false);
    expect(isNumberTaken([anInvoice({ state: 'rejected' })], asked)).toBe(false);
    expect(code(decide(add({ number: ' kp 2026-014 ' }), { invoices: [invoice] }))).toBe('invoice-number-taken');
  });
});

describe.each([
  ['a task', '1', { name: 'remove-task', input: { task: 'drying-1', type: 'drying' } }],
  ['the start of a task', '3', { name: 'undo-start', input: { task: 'drying-1', reason: 'By mistake' } }],
] as const)('%s with an invoice', (_what, status, command) => {
  test.each([
    ['entered', 'task-has-invoice'],
    ['approved', 'task-has-invoice'],
    ['rejected', 'decided'],
  ] as const)('that is %s: %s', (state, expected) => {
    const task = aTask({ status, started: { command: 'start', decidedAt: monday, by: carla, from: 'desk' } });
    const question = aQuestion({
      case: aCase({ tasks: [task], invoices: [anInvoice({ state })] }),
      standing: insurer,
      stamp: { basedOn: command.name === 'undo-start' ? 'start' : task.revision },
    });
    expect(code(decideCase(question, command))).toBe(expected);
  });
});

test('a task that needs an invoice and has none is told to who would see one', () => {
  const task = aTask({ status: '4', budget: 'required' });
  const lacks = (change: Partial<Case>, reader = 'nordic') =>
    lacksInvoice(aCase({ tasks: [task], ...change }), task, reader);
  expect(lacks({})).toBe(true);
  expect(lacks({ invoices: [invoice] })).toBe(false);
  expect(lacks({ invoices: [anInvoice({ state: 'rejected' })] })).toBe(true);
  expect(lacks({ hidden: ['other-budgets'] })).toBe(false);
  expect(lacks({ hidden: ['other-budgets'] }, 'kuivaus')).toBe(true);
  expect(lacksInvoice(aCase(), aTask({ budget: 'automatic' }), 'nordic')).toBe(false);
});

describe('the sums', () => {
  const approval = { version: 1, by: carla, as: 'insurer' as const, previous: 0, at: monday };
  const budgets = [
    aBudget({ id: 'b1', approvals: [{ ...approval, amount: 100_000 }] }),
    aBudget({ id: 'b2', approvals: [{ ...approval, amount: 50_000 }] }),
    aBudget({ id: 'b3' }),
    aBudget({ id: 'b4', company: 'rival', approvals: [{ ...approval, amount: 999_999 }] }),
  ];
  const of = (id: string, amount: number, change = {}) =>
    anInvoice({ id, money: { amount, currency: 'EUR' }, ...change });
  const decided = { by: bertil, at: monday, reason: '' };
  const invoices = [
    of('i1', 60_000, { kind: 'partial', state: 'approved', decided }),
    of('i2', 70_000, { kind: 'partial', state: 'rejected', decided }),
    of('i3', 40_000, { kind: 'partial' }),
    of('i4', 1, { company: 'rival' }),
    of('i5', 50_001),
  ];

  test('are the company’s: what is in force, what is approved, what waits and what is left', () => {
    const sums = invoiceSums(aCase({ budgets, invoices }), 'kuivaus', 'EUR');
    expect(sums).toEqual({ budget: 150_000, approved: 60_000, toCustomer: 0, waiting: 90_001, left: 90_000 });
    expect([aboveBudget(sums), aboveBudget(sums, -1), aboveBudget(sums, 99)]).toEqual([1, 0, 100]);
    expect(invoiceSums(aCase({ invoices }), 'kuivaus', 'EUR')).toMatchObject({ budget: null, left: null });
  });

  test('number the partial invoices that stand, each with the sum so far', () => {
    const places = placesInSum(invoices);
    expect([...places]).toEqual([
      ['i1', { partial: 1, sum: 60_000 }],
      ['i3', { partial: 2, sum: 100_000 }],
      ['i4', { partial: null, sum: 1 }],
      ['i5', { partial: null, sum: 150_001 }],
    ]);
  });
});
