import type { CommandInputs, CommandName } from './command-book.ts';
import type { CommandId } from './ids.ts';

/** A thing that a command would overwrite, and the revision of it that its person saw (sync.md 11). */
export interface BasedOn {
  /** As `thingOverwritten` names it. */
  readonly thing: string;
  /** The command that changed it last; the id of what it belongs to where nobody has. */
  readonly revision: CommandId;
}

/** As much of a command as says what it would overwrite. */
export interface Overwriting<Name extends CommandName = CommandName> {
  readonly name: Name;
  readonly subject: { readonly id: string };
  readonly input: CommandInputs[Name];
}

const ofTask = ({ task }: { readonly task: string }): string => `task:${task}`;
const ofBudget = ({ budget }: { readonly budget: string }): string => `budget:${budget}`;
const role = (): string => 'role';
const nothing = (): null => null;

const things: {
  readonly [Name in CommandName]: (input: CommandInputs[Name], subject: string) => string | null;
} = {
  'confirm-received': nothing,
  'assign-members': (input) => `${ofTask(input)}/members`,
  'set-time': (input) => `${ofTask(input)}/time`,
  'start-task': nothing,
  'complete-task': nothing,
  'approve-task': ofTask,
  'send-back-task': ofTask,
  'submit-budget': ({ revises }) => (revises === null ? null : ofBudget({ budget: revises })),
  'approve-budget': ofBudget,
  'reject-budget': ofBudget,
  'forward-budget': ofBudget,
  'give-role-to-office': role,
  'remove-role': role,
  'decline-role': role,
  'assign-role-user': role,
  'write-chat': nothing,
  'add-document': nothing,
  'mark-member': (_, member) => `member:${member}/mark`,
  'change-member': (_, member) => `member:${member}/terms`,
  'invite-member': nothing,
  'invite-again': nothing,
  'mark-read': nothing,
  'change-office': (_, office) => `office:${office}/terms`,
  'change-rights': () => 'portal:rights',
  'change-manager-rights': () => 'portal:manager-rights',
  'change-calendar': () => 'portal:calendar',
};

/** What a command would overwrite, inside what it is about; null where it overwrites nothing. */
export function thingOverwritten<Name extends CommandName>({ name, subject, input }: Overwriting<Name>): string | null {
  return things[name](input, subject.id);
}

/** What a command says that it is based on, where its person saw this revision; null: there was none to see. */
export function basedOnSeen<Name extends CommandName>(
  command: Overwriting<Name>,
  revision: CommandId | null,
): readonly BasedOn[] {
  const thing = revision === null ? null : thingOverwritten(command);
  return thing === null || revision === null ? [] : [{ thing, revision }];
}

/** The revision that a command names of the one thing that it would overwrite, for its stamp; null where it names none. */
export function revisionSeen(basedOn: readonly BasedOn[]): CommandId | null {
  return basedOn[0]?.revision ?? null;
}
