import type { CaseCommand, CommandName } from '../../shared/domain/command-book.ts';
import { commandBook } from '../../shared/domain/command-book.ts';
import { usualCalendar } from '../../shared/domain/portal/calendar.ts';
import { monday } from './builders.ts';
import { deciding } from './compensation.ts';

import {
  added,
  allocators,
  approvers,
  contributors,
  file,
  forSeniorInsurers,
  inStatus,
  inquired,
  insurerOnly,
  officeOnly,
  operatorOnly,
  roleOffice,
  task,
  taskApprovers,
  unallocated,
  undecided,
  unseen,
  type MatrixOf,
} from './rights-matrix-people.ts';
import { usualSettlementRules } from '../../shared/domain/settlement/settlement-rules.ts';
import { moneyMatrix } from './rights-matrix-money.ts';

/** The one table: every command, who may, and what everybody else is told. */
export const matrix: MatrixOf<CommandName> = {
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
    // A start with an invoice is not undone.
    change: { ...inStatus('3'), invoices: [] },
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
  ...moneyMatrix,
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
  'change-settlement-rules': {
    input: () => ({ ...usualSettlementRules, vatPercent: 2400 }),
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
    expected: operatorOnly,
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
