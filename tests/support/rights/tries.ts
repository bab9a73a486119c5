import { budgetTries } from './budget-tries.ts';
import { caseTries } from './case-tries.ts';
import { compensationTries } from './compensation-tries.ts';
import { invoiceTries } from './invoice-tries.ts';
import { memberTries, settingsTries } from './settings-tries.ts';
import { settlementTries } from './settlement-tries.ts';
import { taskTries } from './task-tries.ts';
import { workPlanTries } from './work-plan-tries.ts';
import { calculation, made, older, type Tries } from './try.ts';

const role = 'revision-of-role';

const roleTries: Tries = {
  'Give the role to an office': made({
    name: 'give-role-to-office',
    input: () => ({ office: 'gamma' }),
    basedOn: role,
  }),
  'Take the role back': made({ name: 'remove-role', input: () => ({ reason: 'x' }), basedOn: role }),
  'Decline the role': made({ name: 'decline-role', input: () => ({ reason: 'x' }), basedOn: role }),
  'Assign the user': made({ name: 'assign-role-user', input: () => ({ member: 'candidate' }), basedOn: role }),
  'Assign the user, seen otherwise': made({
    name: 'assign-role-user',
    input: () => ({ member: 'candidate' }),
    basedOn: older,
  }),
};

const contributions: Tries = {
  'Write in the chat': made({ name: 'write-chat', input: () => ({ text: 'x' }) }),
  'Add a document': made({
    name: 'add-document',
    input: (subject, who) => ({ file: calculation(subject, who) }),
  }),
  'Ask for a higher limit': made({
    name: 'ask-for',
    input: () => ({ wanted: 'approve-budget', budget: 'budget-1', code: 'limit-exceeded', note: 'x' }),
  }),
  'Ask for what only the insurer may': made({
    name: 'ask-for',
    input: () => ({ wanted: 'role.assignOffice', code: 'insurer-only', note: '' }),
  }),
  'Ask for access to budgets': made({
    name: 'ask-for',
    input: () => ({ wanted: 'submit-budget', task: 'drying-1', code: 'no-budget-permission', note: '' }),
    change: { drying: { status: '2' } },
  }),
  'Ask another partner’s office': made({
    name: 'ask-for',
    input: () => ({ wanted: 'confirm-received', task: 'painting-1', code: 'other-office-task', note: '' }),
    change: { painting: { status: '0' } },
  }),
  'Mark the chat as read': made({
    name: 'mark-read',
    subject: 'oneself',
    input: (subject) => ({ case: subject, messages: 1 }),
  }),
};

/** Every command, by what is done in words; a command with parts that are decided otherwise is there several times. */
export const triesByGroup = {
  'The case itself': caseTries,
  Tasks: taskTries,
  Budgets: budgetTries,
  Invoices: invoiceTries,
  'Work plans': workPlanTries,
  'Cash offers and the customer’s own work': settlementTries,
  Compensation: compensationTries,
  'The External case handler role': roleTries,
  'Chat and documents': contributions,
  'Members, of the partner whose task it is': memberTries,
  'The office, the portal': settingsTries,
} as const satisfies Readonly<Record<string, Tries>>;
