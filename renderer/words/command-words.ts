import { t } from '@lingui/core/macro';
import type { CommandName } from '../../shared/domain/command-book.ts';

/** A command in words: what was done, as the outbox lists it, and as a sentence says it to have been refused. */
export interface CommandWords {
  /** Imperative: "Approve budget". */
  readonly label: string;
  /** What is waiting: "Approval of a budget". */
  readonly thing: string;
}

/** The words of a command; of one an older app wrote as well, where its name is still known. */
export function commandWords(name: CommandName): CommandWords {
  return commands[name]();
}

const commands: Readonly<Record<CommandName, () => CommandWords>> = {
  'confirm-received': () => ({ label: t`Confirm received`, thing: t`Confirmation that a task was received` }),
  'assign-members': () => ({ label: t`Assign members`, thing: t`Responsible members of a task` }),
  'set-time': () => ({ label: t`Set the time`, thing: t`Time of a task` }),
  'start-task': () => ({ label: t`Start`, thing: t`Start of a task` }),
  'complete-task': () => ({ label: t`Complete`, thing: t`Completion of a task` }),
  'approve-task': () => ({ label: t`Approve task`, thing: t`Approval of a task` }),
  'send-back-task': () => ({ label: t`Send back`, thing: t`A task sent back for correction` }),
  'submit-budget': () => ({ label: t`Send budget for approval`, thing: t`A budget sent for approval` }),
  'approve-budget': () => ({ label: t`Approve budget`, thing: t`Approval of a budget` }),
  'reject-budget': () => ({ label: t`Reject budget`, thing: t`Rejection of a budget` }),
  'forward-budget': () => ({ label: t`Forward to insurer`, thing: t`A budget forwarded to the insurer` }),
  'give-role-to-office': () => ({
    label: t`Give External case handler role to an office`,
    thing: t`The External case handler role for an office`,
  }),
  'remove-role': () => ({
    label: t`Remove External case handler role`,
    thing: t`Removal of the External case handler role`,
  }),
  'decline-role': () => ({
    label: t`Decline External case handler role`,
    thing: t`The External case handler role declined`,
  }),
  'assign-role-user': () => ({ label: t`Assign External case handler`, thing: t`The External case handler's user` }),
  'write-chat': () => ({ label: t`Write in chat`, thing: t`A chat message` }),
  'add-document': () => ({ label: t`Add document`, thing: t`A document` }),
  'mark-member': () => ({
    label: t`Mark user for the External case handler role`,
    thing: t`A user's External case handler mark`,
  }),
  'change-member': () => ({ label: t`Change member`, thing: t`Changes of a member` }),
  'invite-member': () => ({ label: t`Invite member`, thing: t`An invitation` }),
  'invite-again': () => ({ label: t`Invite again`, thing: t`Another invitation` }),
  'mark-read': () => ({ label: t`Mark chat as read`, thing: t`How far the chat was read` }),
  'change-office': () => ({ label: t`Change office`, thing: t`Changes of an office` }),
  'change-rights': () => ({
    label: t`Change rights of the External case handler`,
    thing: t`The rights of the External case handler`,
  }),
  'change-manager-rights': () => ({
    label: t`Change rights of the project manager`,
    thing: t`The rights of the project manager`,
  }),
  'change-calendar': () => ({
    label: t`Change working hours and closed days`,
    thing: t`Working hours and closed days of a portal`,
  }),
};
