import { anInquiry, monday } from '../builders.ts';
import { owingSides } from '../../../shared/domain/task/task.ts';
import { made, older, type Tries } from './try.ts';

const drying = { task: 'drying-1' };
const onDrying = 'revision-of-drying-1';

const added = { id: '0199bbbb-0000-7000-8000-000000000001', type: 'drying', extra: true };

/** What is done with tasks. */
export const taskTries: Tries = {
  'Assign a task to a partner': made({
    name: 'allocate-task',
    input: () => ({ ...drying, office: 'rival-kuopio' }),
    basedOn: onDrying,
    change: { drying: { status: 'C', office: null, company: null, responsibles: [], sentBack: null }, budget: null },
  }),
  'Assign several tasks to a partner': made({
    name: 'allocate-tasks',
    input: () => ({ tasks: ['drying-1'], office: 'rival-kuopio' }),
    basedOn: onDrying,
    change: { drying: { status: 'C', office: null, company: null, responsibles: [], sentBack: null }, budget: null },
  }),
  'Assign another partner’s task to an office, seen otherwise': made({
    name: 'allocate-task',
    input: () => ({ task: 'painting-1', office: 'kuopio' }),
    basedOn: older,
    change: { painting: { status: '0' } },
  }),
  'Confirm a task': made({ name: 'confirm-received', input: () => drying, change: { drying: { status: '0' } } }),
  'Name who is responsible': made({
    name: 'assign-members',
    input: () => ({ ...drying, members: ['works-1'] }),
    basedOn: onDrying,
    change: { drying: { status: '0' } },
  }),
  'Set the time': made({
    name: 'set-time',
    input: () => ({ ...drying, start: monday, end: '2026-11-23T12:00:00.000Z' }),
    basedOn: onDrying,
    change: { drying: { status: '1' } },
  }),
  'Start a task': made({ name: 'start-task', input: () => drying, change: { drying: { status: 'B++' } } }),
  'Start an inspection': made({
    name: 'start-task',
    input: () => ({ task: 'inspection-1' }),
    change: { inspection: { status: 'B++' } },
  }),
  'Undo the start of a task': made({
    name: 'undo-start',
    input: () => ({ ...drying, reason: 'x' }),
    basedOn: onDrying,
    change: { drying: { status: '3', sentBack: null }, invoices: null },
  }),
  'Undo the start of a task that an invoice is for': made({
    name: 'undo-start',
    input: () => ({ ...drying, reason: 'x' }),
    basedOn: onDrying,
    change: { drying: { status: '3', sentBack: null } },
  }),
  'Undo the start of a task that is completed': made({
    name: 'undo-start',
    input: () => ({ ...drying, reason: 'x' }),
    basedOn: onDrying,
    change: { drying: { status: '4' } },
  }),
  'Complete a task': made({ name: 'complete-task', input: () => drying, change: { drying: { status: '3' } } }),
  'Approve a task': made({
    name: 'approve-task',
    input: () => drying,
    basedOn: onDrying,
    change: { drying: { status: '4' }, budget: null },
  }),
  'Approve several tasks at once': made({
    name: 'approve-tasks',
    input: () => ({ tasks: ['drying-1'] }),
    basedOn: onDrying,
    change: { drying: { status: '4' }, budget: null },
  }),
  'Approve several tasks at once, seen otherwise': made({
    name: 'approve-tasks',
    input: () => ({ tasks: ['painting-1'] }),
    basedOn: older,
    change: { painting: { status: '4' } },
  }),
  'Approve another partner’s task, seen otherwise': made({
    name: 'approve-task',
    input: () => ({ task: 'painting-1' }),
    basedOn: older,
    change: { painting: { status: '4' } },
  }),
  'Set the time of another partner’s task, seen otherwise': made({
    name: 'set-time',
    input: () => ({ task: 'painting-1', start: monday, end: '2026-11-23T12:00:00.000Z' }),
    basedOn: older,
    change: { painting: { status: '2' } },
  }),
  'Send a task back': made({
    name: 'send-back-task',
    input: () => ({ ...drying, reason: 'x' }),
    basedOn: onDrying,
    change: { drying: { status: '4' } },
  }),
  'Add a task': made({ name: 'add-task', input: () => added }),
  'Add several tasks at once': made({ name: 'add-tasks', input: () => ({ added: [added] }) }),
  'Remove a task': made({
    name: 'remove-task',
    input: () => ({ ...drying, type: 'drying' }),
    basedOn: onDrying,
    change: { drying: { status: '0' }, budget: null, invoices: null },
  }),
  'Remove several tasks at once': made({
    name: 'remove-tasks',
    input: () => ({ removed: [{ ...drying, type: 'drying' }] }),
    basedOn: onDrying,
    change: { drying: { status: '0' }, budget: null, invoices: null },
  }),
  'Remove a task that a budget is for': made({
    name: 'remove-task',
    input: () => ({ task: 'painting-1', type: 'painting' }),
    basedOn: 'revision-of-painting-1',
    change: { painting: { status: '1' }, invoices: null },
  }),
  'Remove a task that an invoice is for': made({
    name: 'remove-task',
    input: () => ({ ...drying, type: 'drying' }),
    basedOn: onDrying,
    change: { drying: { status: '1' }, budget: null },
  }),
  'Hand a task back': made({
    name: 'hand-back-task',
    input: () => ({ ...drying, reason: 'x' }),
    basedOn: onDrying,
    change: { drying: { status: '0+' } },
  }),
  'Hand another partner’s task back, seen otherwise': made({
    name: 'hand-back-task',
    input: () => ({ task: 'painting-1', reason: 'x' }),
    basedOn: older,
    change: { painting: { status: '1' } },
  }),
  'Ask for information while working': made({
    name: 'ask-information',
    input: () => ({ ...drying, owedBy: 'insurer', question: 'x' }),
    change: { drying: { status: '3' } },
  }),
  'Ask for information before approving': made({
    name: 'ask-information',
    input: () => ({ ...drying, owedBy: 'partner', question: 'x' }),
    change: { drying: { status: '4' } },
  }),
  'Ask for information before deciding on compensation': made({
    name: 'ask-information',
    input: () => ({ task: 'inspection-1', owedBy: 'partner', question: 'x' }),
    change: { inspection: { status: '4', main: true } },
  }),
  ...Object.fromEntries(
    owingSides.map((owedBy) => [
      `Give information that the ${owedBy} owes`,
      made({
        name: 'give-information',
        input: () => ({ ...drying, answer: 'x' }),
        basedOn: 'inquiry-1',
        change: { drying: { status: 'I', inquiry: anInquiry({ owedBy }) } },
      }),
    ]),
  ),
  'Give information that is asked for otherwise': made({
    name: 'give-information',
    input: () => ({ ...drying, answer: 'x' }),
    basedOn: older,
    change: { drying: { status: 'I', inquiry: anInquiry() } },
  }),
  'Withdraw a question asked while working': made({
    name: 'withdraw-information',
    input: () => drying,
    basedOn: 'inquiry-1',
    change: { drying: { status: 'I', inquiry: anInquiry() } },
  }),
  'Withdraw a question asked before approving': made({
    name: 'withdraw-information',
    input: () => drying,
    basedOn: 'inquiry-1',
    change: { drying: { status: 'I', inquiry: anInquiry({ from: '4' }) } },
  }),
};
