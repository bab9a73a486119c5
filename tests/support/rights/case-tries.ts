import { made, older, type Tries } from './try.ts';

const closed = { closed: true } as const;

/** What is done with a case as a whole, and what is left to do in a closed one. */
export const caseTries: Tries = {
  'Close the case': made({ name: 'close-case', input: () => ({ reason: 'x' }) }),
  'Close the case, seen otherwise': made({ name: 'close-case', input: () => ({ reason: 'x' }), basedOn: older }),
  'Open the case again': made({
    name: 'reopen-case',
    input: () => ({ reason: 'x' }),
    basedOn: 'revision-of-state',
    change: closed,
  }),
  'Change the internal case handler': made({ name: 'change-handler', input: () => ({ member: 'insurer-3' }) }),
  'Change the internal case handler, seen otherwise': made({
    name: 'change-handler',
    input: () => ({ member: 'insurer-3' }),
    basedOn: older,
  }),
  'Make somebody of a partner the internal case handler': made({
    name: 'change-handler',
    input: () => ({ member: 'handler' }),
  }),
  'Correct the customer': made({
    name: 'correct-customer',
    input: () => ({ name: 'x', phone: '', email: '' }),
  }),
  'Correct the customer, seen otherwise': made({
    name: 'correct-customer',
    input: () => ({ name: 'x', phone: '', email: '' }),
    basedOn: older,
  }),
  'Write in the chat of a closed case': made({ name: 'write-chat', input: () => ({ text: 'x' }), change: closed }),
  'Give the role in a closed case to an office': made({
    name: 'give-role-to-office',
    input: () => ({ office: 'gamma' }),
    basedOn: 'revision-of-role',
    change: closed,
  }),
};
