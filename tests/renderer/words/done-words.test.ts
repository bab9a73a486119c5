import { describe, expect, test } from 'vitest';
import { doneWords } from '../../../renderer/words/done-words.ts';
import { commandBook, type CaseCommand } from '../../../shared/domain/command-book.ts';
import { aBudget, aCase, aDirectory, aMember, anOffice, aRole, aStanding, aTask } from '../../support/builders.ts';
import { anEntry, anInvoice } from '../../support/invoices.ts';
import { deciding } from '../../support/compensation.ts';
import { inEnglish } from '../../support/in-english.ts';
import { plain } from '../../support/renderer/show-case.ts';

inEnglish();

const directory = aDirectory({
  offices: [anOffice({ id: 'arvio-kuopio', name: 'Arvio Kuopio' })],
  members: [aMember({ id: 'dan', name: 'Dan Öberg' })],
});
const place = {
  case: aCase({ tasks: [aTask()], budgets: [aBudget()], invoices: [anInvoice()], role: aRole() }),
  standing: aStanding(),
  directory,
};
const budget = { budget: 'budget-1', version: 1 };
const money = { amount: 420_000, currency: 'EUR' };
const said: readonly (readonly [CaseCommand, string])[] = [
  [{ name: 'assign-members', input: { task: 'drying-1', members: [] } }, 'Changed the members of Drying'],
  [{ name: 'allocate-task', input: { task: 'drying-1', office: 'arvio-kuopio' } }, 'Gave Drying to Arvio Kuopio'],
  [{ name: 'allocate-tasks', input: { tasks: ['a', 'b'], office: 'arvio-kuopio' } }, 'Gave 2 tasks to Arvio Kuopio'],
  [{ name: 'set-time', input: { task: 'drying-1', start: '', end: '' } }, 'Set the time of Drying'],
  [{ name: 'approve-task', input: { task: 'drying-1' } }, 'Approved Drying'],
  [{ name: 'approve-tasks', input: { tasks: ['drying-1', 't2'] } }, 'Approved 2 tasks'],
  [{ name: 'undo-start', input: { task: 'drying-1', reason: 'x' } }, 'Undid the start of Drying'],
  [{ name: 'close-case', input: { reason: '' } }, 'Closed the case'],
  [{ name: 'reopen-case', input: { reason: 'x' } }, 'Opened the case again'],
  [{ name: 'change-handler', input: { member: 'dan' } }, 'Made Dan Öberg the internal case handler'],
  [{ name: 'correct-customer', input: { name: 'x', phone: '', email: '' } }, 'Corrected the customer'],
  [{ name: 'send-back-task', input: { task: 'drying-1', reason: 'x' } }, 'Sent Drying back'],
  [{ name: 'remove-task', input: { task: 'drying-1', type: 'drying' } }, 'Removed Drying'],
  [{ name: 'remove-tasks', input: { removed: [{ task: 'drying-1', type: 'drying' }] } }, 'Removed 1 task'],
  [{ name: 'hand-back-task', input: { task: 'drying-1', reason: 'x' } }, 'Handed Drying back'],
  [{ name: 'give-information', input: { task: 'drying-1', answer: 'x' } }, 'Gave the information about Drying'],
  [{ name: 'withdraw-information', input: { task: 'drying-1' } }, 'Withdrew the question about Drying'],
  [
    {
      name: 'submit-budget',
      input: {
        revises: null,
        description: 'x',
        money,
        tasks: [],
        comment: '',
        file: { file: 'f', name: 'f', size: 1, sha256: '', mediaType: '' },
      },
    },
    'Sent €4,200.00 for approval',
  ],
  [{ name: 'approve-budget', input: { ...budget, money } }, 'Approved €4,200.00'],
  [{ name: 'approve-budgets', input: { budgets: [{ ...budget, money }] } }, 'Approved 1 budget'],
  [{ name: 'reject-budget', input: { ...budget, reason: 'x' } }, 'Rejected the budget of €4,200.00'],
  [{ name: 'forward-budget', input: { ...budget, note: '' } }, 'Forwarded the budget of €4,200.00 to Nordic Mutual'],
  [{ name: 'check-approval', input: budget }, 'Looked at the approval of €4,200.00'],
  [{ name: 'recall-budget', input: { ...budget, comment: '' } }, 'Recalled the budget of €4,200.00'],
  [
    { name: 'decide-work-items', input: { ...budget, money, approved: ['a', 'b'], rejected: ['c'], reason: 'x' } },
    'Approved 2 work items, rejected 1 work item',
  ],
  [
    { name: 'bind-settlement', input: { settlement: 's', revision: 'r', money } },
    'Approved €4,200.00 beyond the budgets',
  ],
  [
    { name: 'return-items', input: { settlement: 's', revision: 'r', items: ['a', 'b'], reason: '' } },
    '2 work items are back with the partner',
  ],
  [
    { name: 'record-customer-answer', input: { settlement: 's', revision: 'r', answer: 'declined', note: '' } },
    'The customer declined',
  ],
  [
    { name: 'change-invoice', input: { ...anEntry(), invoice: 'invoice-1', file: null } },
    'Changed the invoice KP 2026-014',
  ],
  [{ name: 'remove-invoice', input: { invoice: 'invoice-1' } }, 'Removed the invoice KP 2026-014'],
  [{ name: 'approve-invoice', input: { invoice: 'invoice-1', money } }, 'Approved the invoice KP 2026-014'],
  [{ name: 'reject-invoice', input: { invoice: 'invoice-1', reason: 'x' } }, 'Rejected the invoice KP 2026-014'],
  [{ name: 'accept-partial-approval', input: { task: 'drying-1' } }, 'Accepted that what was rejected is not done'],
  [
    { name: 'decide-compensation', input: deciding('inspection-1', { result: 'partly' }) },
    'Compensation decided: Partly approved',
  ],
  [{ name: 'reverse-compensation-decision', input: { reason: 'x' } }, 'Took the compensation decision back'],
  [
    { name: 'give-role-to-office', input: { office: 'arvio-kuopio' } },
    'Gave the External case handler role to Arvio Kuopio',
  ],
  [{ name: 'remove-role', input: { reason: 'x' } }, 'Removed the External case handler role'],
  [{ name: 'decline-role', input: { reason: 'x' } }, 'Declined the External case handler role'],
  [{ name: 'assign-role-user', input: { member: 'dan' } }, 'Made Dan Öberg the External case handler'],
];

describe('what was done', () => {
  test.each(said)('%o is said in words', (command, words) => {
    expect(plain(doneWords(command, place))).toBe(words);
  });

  test('every command that binds is among them, and no other is said', () => {
    const names = Object.entries(commandBook).flatMap(([name, page]) =>
      page.binding && page.subject === 'case' ? [name] : [],
    );
    expect(new Set(said.map(([{ name }]) => name))).toEqual(new Set(names));
    expect(doneWords({ name: 'write-chat', input: { text: 'x' } }, place)).toBeNull();
  });
});
