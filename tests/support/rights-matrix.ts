import { createHash } from 'node:crypto';
import type { Case } from '../../shared/domain/case/case.ts';
import type { CaseCommand, CommandInputs, CommandName } from '../../shared/domain/command-book.ts';
import { commandBook } from '../../shared/domain/command-book.ts';
import { usualCalendar } from '../../shared/domain/portal/calendar.ts';
import type { RefusalCode } from '../../shared/domain/rights/refusal.ts';
import { aBudget, anInquiry, aTask, monday } from './builders.ts';
import { aPlan, aPut, editing } from './work-plan.ts';
import { deciding } from './compensation.ts';
import { anEntry, anInvoice, itsDocument } from './invoices.ts';

/** Who asks, and what he or she is to the case. */
const roles = {
  bertil: 'insurer',
  anna: 'works on the task, may see budgets',
  carla: 'External case handler',
  cora: 'admin of the office with the role',
  aki: 'colleague of level 1 without a task',
  rita: 'other company',
  oona: 'operator',
  sven: 'other portal',
} as const;
export type Who = keyof typeof roles;
export const everybody = Object.keys(roles) as Who[];

type Expected = 'carried-out' | 'no-portal' | RefusalCode;

const unseen = {
  aki: 'case-not-found',
  rita: 'case-not-found',
  oona: 'case-not-found',
  sven: 'no-portal',
} as const satisfies Partial<Record<Who, Expected>>;

/** For what only the office of the task may do. Cora sees that the office has the role, and no task. */
const officeOnly = {
  ...unseen,
  bertil: 'other-office-task',
  anna: 'carried-out',
  carla: 'other-office-task',
  cora: 'case-not-found',
} as const;

const approvers = {
  ...unseen,
  bertil: 'carried-out',
  anna: 'no-role-in-case',
  carla: 'carried-out',
  cora: 'no-role-in-case',
} as const;
/** A task that nobody has: nobody but who may give it to an office finds it. */
const allocators = { ...approvers, anna: 'case-not-found', cora: 'case-not-found' } as const;
const taskApprovers = { ...approvers, cora: 'case-not-found' } as const;
const insurerOnly = {
  ...unseen,
  bertil: 'carried-out',
  anna: 'insurer-only',
  carla: 'insurer-only',
  cora: 'insurer-only',
} as const;
const roleOffice = {
  ...unseen,
  bertil: 'other-office-task',
  anna: 'other-office-task',
  carla: 'carried-out',
  cora: 'carried-out',
} as const;
const contributors = {
  ...unseen,
  bertil: 'carried-out',
  anna: 'carried-out',
  carla: 'carried-out',
  cora: 'no-role-in-case',
} as const;

const operatorOnly = {
  bertil: 'operator-only',
  anna: 'operator-only',
  carla: 'operator-only',
  cora: 'operator-only',
  aki: 'operator-only',
  rita: 'operator-only',
  oona: 'carried-out',
  sven: 'no-portal',
} as const;

/** About what everybody knows to be there. */
const forSeniorInsurers = {
  bertil: 'carried-out',
  anna: 'insurer-only',
  carla: 'insurer-only',
  cora: 'insurer-only',
  aki: 'insurer-only',
  rita: 'insurer-only',
  oona: 'insurer-only',
  sven: 'no-portal',
} as const;

interface Row<Name extends CommandName> {
  readonly input: (subject: string) => CommandInputs[Name];
  readonly basedOn?: string;
  readonly change?: Partial<Case>;
  readonly subject?: string;
  readonly expected: Readonly<Record<Who, Expected>>;
}

export const bytes = new TextEncoder().encode('amount;4200');
export const file = (subject: string) => ({
  file: `file-${subject}`,
  name: 'calculation.csv',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  mediaType: 'text/csv',
});
const task = () => ({ task: 'drying-1' });
const inStatus = (status: ReturnType<typeof aTask>['status']) => ({ tasks: [aTask({ status })] });
const unallocated = { tasks: [aTask({ status: 'C', office: null, company: null })], budgets: [] };
const onBudget = { basedOn: 'revision-of-budget-1', change: inStatus('B') };
const planned = { ...inStatus('2'), budgets: [], ...aPlan([{}]) };
const money = { amount: 420_000, currency: 'EUR' };
const sent = {
  ...inStatus('B'),
  budgets: [aBudget({ file: null, waiting: money.amount })],
  ...aPlan([{ state: 'submitted', budget: 'budget-1' }], [{ amount: money.amount }]),
};

const onInvoice = {
  basedOn: 'revision-of-invoice-1',
  change: { ...inStatus('3'), invoices: [anInvoice()], documents: [itsDocument(anInvoice())] },
};
const version = { budget: 'budget-1', version: 1 };

const added = { id: '0199bbbb-0000-7000-8000-000000000001', type: 'drying', extra: true };
const inquired = { basedOn: 'inquiry-1', change: { tasks: [aTask({ status: 'I', inquiry: anInquiry() })] } };

const mainInspection = aTask({
  id: 'inspection-1',
  type: 'inspection',
  kind: 'inspection',
  main: true,
  status: '4',
  revision: 'revision-of-inspection-1',
});
const undecided = { decision: null, tasks: [aTask(), mainInspection] };

/** The one table: every command, who may, and what everybody else is told. */
export const matrix: { readonly [Name in CommandName]: Row<Name> } = {
  'allocate-task': { input: () => ({ ...task(), office: 'rival-kuopio' }), change: unallocated, expected: allocators },
  'allocate-tasks': {
    input: () => ({ tasks: ['drying-1'], office: 'rival-kuopio' }),
    change: unallocated,
    expected: allocators,
  },
  'confirm-received': { input: task, expected: officeOnly },
  'assign-members': { input: () => ({ ...task(), members: ['aki'] }), expected: officeOnly },
  'set-time': {
    input: () => ({ ...task(), start: monday, end: '2026-11-23T12:00:00.000Z' }),
    change: inStatus('1'),
    expected: officeOnly,
  },
  'start-task': { input: task, change: inStatus('B++'), expected: officeOnly },
  'undo-start': {
    input: () => ({ ...task(), reason: 'x' }),
    basedOn: 'revision-of-drying-1',
    change: inStatus('3'),
    expected: { ...insurerOnly, cora: 'case-not-found' },
  },
  'complete-task': { input: task, change: inStatus('3'), expected: officeOnly },
  'approve-task': {
    input: task,
    basedOn: 'revision-of-drying-1',
    change: { ...inStatus('4'), budgets: [] },
    expected: taskApprovers,
  },
  'approve-tasks': {
    input: () => ({ tasks: ['drying-1'] }),
    basedOn: 'revision-of-drying-1',
    change: { ...inStatus('4'), budgets: [] },
    expected: taskApprovers,
  },
  'send-back-task': {
    input: () => ({ ...task(), reason: 'x' }),
    basedOn: 'revision-of-drying-1',
    change: inStatus('4'),
    expected: taskApprovers,
  },
  'add-task': { input: () => added, expected: approvers },
  'add-tasks': { input: () => ({ added: [added] }), expected: approvers },
  'remove-task': {
    input: () => ({ ...task(), type: 'drying' }),
    basedOn: 'revision-of-drying-1',
    change: { budgets: [], invoices: [] },
    expected: taskApprovers,
  },
  'remove-tasks': {
    input: () => ({ removed: [{ ...task(), type: 'drying' }] }),
    basedOn: 'revision-of-drying-1',
    change: { budgets: [], invoices: [] },
    expected: taskApprovers,
  },
  'hand-back-task': {
    input: () => ({ ...task(), reason: 'x' }),
    basedOn: 'revision-of-drying-1',
    expected: { ...taskApprovers, anna: 'carried-out' },
  },
  'ask-information': {
    input: () => ({ ...task(), owedBy: 'insurer', question: 'x' }),
    change: inStatus('3'),
    expected: officeOnly,
  },
  'give-information': { input: () => ({ ...task(), answer: 'x' }), ...inquired, expected: officeOnly },
  'withdraw-information': { input: task, ...inquired, expected: officeOnly },
  'submit-budget': {
    input: (subject) => ({
      tasks: ['drying-1'],
      description: 'x',
      money,
      file: file(subject),
      comment: '',
      revises: null,
    }),
    change: { ...inStatus('2'), budgets: [] },
    // Right 7: on behalf of another partner.
    expected: { ...officeOnly, carla: 'carried-out' },
  },
  'approve-budget': { input: () => ({ ...version, money }), ...onBudget, expected: approvers },
  'approve-budgets': { input: () => ({ budgets: [{ ...version, money }] }), ...onBudget, expected: approvers },
  'reject-budget': { input: () => ({ ...version, reason: 'x' }), ...onBudget, expected: approvers },
  'forward-budget': {
    input: () => ({ ...version, note: '' }),
    ...onBudget,
    change: { ...inStatus('B'), budgets: [aBudget({ money: { amount: 900_000, currency: 'EUR' } })] },
    expected: { ...approvers, bertil: 'within-limit' },
  },
  // Right 7 takes back what its holder entered: this one Anna did.
  'recall-budget': { input: () => ({ ...version, comment: '' }), ...onBudget, expected: officeOnly },
  'add-invoice': {
    // Each number once, also over the cases of the matrix.
    input: (subject) => ({ ...anEntry({ number: subject }), file: file(subject) }),
    change: { ...inStatus('3'), invoices: [] },
    expected: officeOnly,
  },
  'change-invoice': {
    input: () => ({ ...anEntry(), number: 'KP 2026-015', invoice: 'invoice-1', file: null }),
    ...onInvoice,
    expected: officeOnly,
  },
  'remove-invoice': { input: () => ({ invoice: 'invoice-1' }), ...onInvoice, expected: officeOnly },
  // No right of the External case handler reaches an invoice.
  'approve-invoice': {
    input: () => ({ invoice: 'invoice-1', money: anInvoice().money }),
    ...onInvoice,
    expected: { ...insurerOnly, cora: 'case-not-found' },
  },
  'reject-invoice': {
    input: () => ({ invoice: 'invoice-1', reason: 'x' }),
    ...onInvoice,
    expected: { ...insurerOnly, cora: 'case-not-found' },
  },
  // The portal uses no work plans: who may is told so, and everybody else why not.
  'edit-work-plan': {
    input: () => editing({ items: [aPut()] }),
    change: inStatus('2'),
    expected: { ...officeOnly, bertil: 'feature-off', anna: 'feature-off' },
  },
  'submit-work-items': {
    input: () => ({ items: [{ id: 'item-0', revision: 'revision-of-item-0' }], comment: '' }),
    change: planned,
    expected: { ...officeOnly, anna: 'feature-off' },
  },
  // What waits is decided on, also where plans are not in use any more.
  'decide-work-items': {
    input: () => ({ budget: 'budget-1', version: 1, money, approved: ['item-0'], rejected: [], reason: '' }),
    basedOn: 'revision-of-budget-1',
    change: sent,
    expected: approvers,
  },
  'accept-partial-approval': {
    input: task,
    basedOn: 'revision-of-drying-1',
    change: { ...inStatus('B+'), ...aPlan([{ state: 'rejected' }]) },
    expected: officeOnly,
  },
  'mark-plan-ready': { input: task, change: planned, expected: { ...officeOnly, anna: 'feature-off' } },
  'close-case': { input: () => ({ reason: 'x' }), expected: insurerOnly },
  'reopen-case': {
    input: () => ({ reason: 'x' }),
    change: {
      state: 'closed',
      closed: { by: { member: 'bertil', name: 'Bertil Lind', company: 'nordic' }, at: monday },
    },
    expected: insurerOnly,
  },
  'change-handler': { input: () => ({ member: 'birgit' }), expected: insurerOnly },
  'correct-customer': { input: () => ({ name: 'x', phone: '', email: '' }), expected: insurerOnly },
  'decide-compensation': {
    input: () => deciding('inspection-1'),
    basedOn: 'revision-of-inspection-1',
    change: undecided,
    expected: approvers,
  },
  'reverse-compensation-decision': {
    input: () => ({ reason: 'x' }),
    basedOn: 'revision-of-decision',
    change: { decision: { result: 'approved', at: monday, by: null, revision: 'revision-of-decision' } },
    expected: insurerOnly,
  },
  'give-role-to-office': {
    input: () => ({ office: 'rival-kuopio' }),
    basedOn: 'revision-of-role',
    expected: insurerOnly,
  },
  'remove-role': { input: () => ({ reason: 'x' }), basedOn: 'revision-of-role', expected: insurerOnly },
  'decline-role': { input: () => ({ reason: 'x' }), basedOn: 'revision-of-role', expected: roleOffice },
  'assign-role-user': { input: () => ({ member: 'cecil' }), basedOn: 'revision-of-role', expected: roleOffice },
  'write-chat': { input: () => ({ text: 'x' }), expected: contributors },
  'add-document': { input: (subject) => ({ file: file(subject) }), expected: contributors },
  'ask-for': {
    input: () => ({ wanted: 'role.assignOffice', code: 'insurer-only', note: '' }),
    // Who may do it has nothing to ask for; who sees the head alone picks the role's user, and asks nobody.
    expected: { ...contributors, bertil: 'allowed-by-now' },
  },
  'mark-read': {
    input: (subject) => ({ case: subject, messages: 1 }),
    // How far a chat was read says how long it is.
    expected: { ...unseen, bertil: 'carried-out', anna: 'carried-out', carla: 'carried-out', cora: 'case-not-found' },
  },
  'mark-member': {
    input: () => ({ marked: true, limit: { kind: 'default' } }),
    subject: 'cecil',
    expected: { ...insurerOnly, anna: 'case-not-found', oona: 'insurer-only' },
  },
  'change-member': {
    input: () => ({ certified: ['drying'] }),
    subject: 'cecil',
    expected: {
      ...insurerOnly,
      anna: 'case-not-found',
      carla: 'level-too-low',
      cora: 'carried-out',
      oona: 'insurer-only',
    },
  },
  'invite-member': {
    input: (subject) => ({
      name: 'Nina Person',
      email: `${subject}@example.com`,
      company: 'arvio',
      office: 'arvio-oulu',
      level: 2,
      certified: ['drying'],
      budgetPermission: false,
    }),
    expected: {
      bertil: 'carried-out',
      anna: 'other-office-task',
      carla: 'level-too-low',
      cora: 'carried-out',
      aki: 'other-office-task',
      rita: 'other-office-task',
      oona: 'insurer-only',
      sven: 'no-portal',
    },
  },
  'invite-again': {
    input: () => ({}),
    subject: 'cecil',
    // Who has a password is a member already.
    expected: {
      ...insurerOnly,
      bertil: 'member-known',
      anna: 'case-not-found',
      carla: 'level-too-low',
      cora: 'member-known',
      oona: 'insurer-only',
    },
  },
  'change-office': {
    input: () => ({ services: ['drying', 'inspection', 'first-aid'] }),
    subject: 'kuopio',
    expected: {
      bertil: 'carried-out',
      anna: 'carried-out',
      aki: 'level-too-low',
      carla: 'other-office-task',
      cora: 'other-office-task',
      rita: 'other-office-task',
      oona: 'insurer-only',
      sven: 'no-portal',
    },
  },
  'change-selection': {
    input: () => ({ selection: { others: 'anna', byType: {} } }),
    subject: 'kuopio',
    // What was changed of the office before was not seen.
    expected: {
      bertil: 'carried-out',
      anna: 'carried-out',
      aki: 'level-too-low',
      carla: 'other-office-task',
      cora: 'other-office-task',
      rita: 'other-office-task',
      oona: 'insurer-only',
      sven: 'no-portal',
    },
  },
  'change-rights': {
    input: () => ({ ownCompany: false }),
    subject: 'nordic-portal',
    expected: operatorOnly,
  },
  'change-manager-rights': {
    input: () => ({ rights: ['tasks.edit'] }),
    subject: 'nordic-portal',
    expected: operatorOnly,
  },
  'change-inspector-rights': {
    input: () => ({ rights: ['tasks.edit'] }),
    subject: 'nordic-portal',
    expected: operatorOnly,
  },
  'define-categories': {
    input: () => ({ categories: [{ code: 'a', label: 'First choice', colour: 'green' }] }),
    subject: 'nordic-portal',
    expected: forSeniorInsurers,
  },
  'categorise-office': {
    input: () => ({ office: 'kuopio', categories: [{ category: 'a', taskType: null }] }),
    subject: 'nordic-portal',
    expected: forSeniorInsurers,
  },
  'change-allocation': {
    input: () => ({ recommendedKilometres: 60, managerFromOwnCompany: 'allowed' }),
    subject: 'nordic-portal',
    // The same again is of one mind with what was set before.
    expected: {
      bertil: 'carried-out',
      anna: 'insurer-only',
      carla: 'insurer-only',
      cora: 'insurer-only',
      aki: 'insurer-only',
      rita: 'insurer-only',
      oona: 'carried-out',
      sven: 'no-portal',
    },
  },
  'change-calendar': {
    input: () => ({ ...usualCalendar, closedDays: [{ date: '2026-12-24', name: 'Christmas Eve' }], place: 'FI' }),
    subject: 'nordic-portal',
    expected: {
      bertil: 'carried-out',
      anna: 'insurer-only',
      carla: 'insurer-only',
      cora: 'insurer-only',
      aki: 'insurer-only',
      rita: 'insurer-only',
      oona: 'stale',
      sven: 'no-portal',
    },
  },
  'change-work-plans': {
    input: () => ({ workPlans: true }),
    subject: 'nordic-portal',
    expected: {
      bertil: 'operator-only',
      anna: 'operator-only',
      carla: 'operator-only',
      cora: 'operator-only',
      aki: 'operator-only',
      rita: 'operator-only',
      oona: 'carried-out',
      sven: 'no-portal',
    },
  },
  'change-compensation': {
    input: () => ({ parts: 'whole' }),
    subject: 'nordic-portal',
    expected: {
      bertil: 'carried-out',
      anna: 'insurer-only',
      carla: 'insurer-only',
      cora: 'insurer-only',
      aki: 'insurer-only',
      rita: 'insurer-only',
      oona: 'carried-out',
      sven: 'no-portal',
    },
  },
};
export const names = Object.keys(commandBook) as CommandName[];

export const caseNames = names.filter((name): name is CaseCommand['name'] => commandBook[name].subject === 'case');
