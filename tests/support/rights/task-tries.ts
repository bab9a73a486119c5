import { monday } from '../builders.ts';
import { made, older, type Tries } from './try.ts';

const drying = { task: 'drying-1' };
const onDrying = 'revision-of-drying-1';

/** What is done with tasks. */
export const taskTries: Tries = {
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
    change: { drying: { status: '3' } },
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
};
