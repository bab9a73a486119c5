import type { NoticeKind } from '../../shared/domain/decision.ts';

/** What a mail says of each notice; the subject has case number and kind only, a locked screen shows it (sync.md 28). */
export const mailWords: Readonly<Record<NoticeKind, { readonly subject: string; readonly text: string }>> = {
  'role-given': {
    subject: 'An External case handler is needed',
    text: 'Your office has been given the External case handler role. Please assign one of your marked users.',
  },
  'role-removed': {
    subject: 'The External case handler role has moved',
    text: 'You or your office no longer have the External case handler role in this case.',
  },
  'role-declined': {
    subject: 'The External case handler role was declined',
    text: 'The office has sent the role back. Please give it to another office.',
  },
  'role-user-assigned': {
    subject: 'An External case handler was assigned',
    text: 'The supplier has assigned the External case handler of this case.',
  },
  'role-yours': {
    subject: 'You are the External case handler of a case',
    text: 'Your office has assigned the External case handler role in this case to you.',
  },
  'role-user-released': {
    subject: 'A case has no External case handler any more',
    text: 'The user can no longer have the role; it is back with the office.',
  },
  'task-assigned': { subject: 'You have a task', text: 'You have been made responsible for a task.' },
  'task-started': {
    subject: 'Your task was started',
    text: 'A task you are responsible for has been started from the portal.',
  },
  'task-completed': { subject: 'A task is complete', text: 'A task was completed and waits for approval.' },
  'task-approved': { subject: 'A task was approved', text: 'A task of your office was approved.' },
  'task-sent-back': { subject: 'A task was sent back', text: 'A task of your office was sent back to be corrected.' },
  'budget-submitted': { subject: 'A budget waits for approval', text: 'A budget was submitted.' },
  'budget-approved': { subject: 'A budget was approved', text: 'A budget was approved.' },
  'budget-rejected': { subject: 'A budget was rejected', text: 'A budget was rejected.' },
  'budget-forwarded': {
    subject: 'A budget was forwarded to you',
    text: 'A budget is above the approval limit of the External case handler and was forwarded to you.',
  },
  'chat-written': { subject: 'A new chat message', text: 'Somebody has written in the chat of the case.' },
};
