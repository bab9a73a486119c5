import type { Icon } from '@tabler/icons-react';
import type { Case } from '../../shared/domain/case/case.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { LogWhat } from '../../shared/domain/told.ts';
import type { commandBook, CommandInputs, CommandName, CommandNameFor } from '../../shared/domain/command-book.ts';
import type { ActionKind } from '../../shared/domain/dashboard/actions.ts';
import type { NoticeKind } from '../../shared/domain/told.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';

/** All that is said of one family of nouns: its commands, lines of the log, things to do and notices. */
export interface FamilyWords {
  readonly commands?: Partial<CommandsSaid>;
  readonly log?: Partial<LogSaid>;
  readonly actions?: Partial<ActionsSaid>;
  readonly notices?: Partial<NoticesSaid>;
}

/** Each command in words. */
export type CommandsSaid = { readonly [Name in CommandName]: CommandSaid<Name> };

/** What is said of a command before, while it waits and after; what was done is said where it binds. */
export type CommandSaid<Name extends CommandName> = {
  readonly words: () => CommandWords;
  readonly typed: (input: CommandInputs[Name], context: TypedContext) => readonly TypedPart[];
} & (Name extends BindingName
  ? { readonly done: (input: CommandInputs[Name], place: DoneIn) => string }
  : { readonly done?: never });

/** The case commands that bind money or people. */
export type BindingName = {
  [Name in CommandNameFor<'case'>]: (typeof commandBook)[Name]['binding'] extends true ? Name : never;
}[CommandNameFor<'case'>];

/** A command in words: what was done, as the outbox lists it, and as a sentence says it to have been refused. */
export interface CommandWords {
  /** Imperative: "Approve budget". */
  readonly label: string;
  /** What is waiting: "Approval of a budget". */
  readonly thing: string;
}

/** One thing a person entered or chose. */
export interface TypedPart {
  readonly label: string;
  readonly value: string;
}

/** What names and zones are looked up in; all of it but the subject may be gone when an old command is read. */
export interface TypedContext {
  /** The id of the case, member, office or portal that the command is about. */
  readonly subject: string;
  readonly directory?: Directory;
  readonly settings?: PortalSettings;
  readonly row?: CaseRow;
}

/** What the words of a deed are taken from: the case as it was decided on. */
export interface DoneIn {
  readonly case: Case;
  readonly standing: Standing;
  readonly directory: Directory;
}

/** Each line of a case's log as a sentence. */
export type LogSaid = Readonly<Record<LogWhat, (line: LogLine) => string>>;

/** What a line of the log names; empty where it does not. */
export interface LogLine {
  readonly who: string;
  readonly task: string;
  readonly office: string;
  readonly name: string;
  readonly budget: string;
  readonly version: string;
  /** The work of the company of who decided. */
  readonly own: boolean;
  readonly start: string;
  readonly end: string;
  /** Who was asked, for what that is missing. */
  readonly whom: string;
  readonly lack: string;
  /** How many a fact counts; 0 where it does not. */
  readonly counted: (fact: string) => number;
  /** Which side owes information. */
  readonly owes: string;
  /** As what something went to the customer, and what the customer said. */
  readonly settledAs: string;
  readonly answer: string;
}

/** Each kind of thing to do in words. */
export type ActionsSaid = Readonly<Record<ActionKind, () => ActionWords>>;

/** A row of the dashboard in words. */
export interface ActionWords {
  readonly row: string;
  /** One of them, as a line of what is due says it. */
  readonly one: string;
  /** What one does about it, as a button says it. */
  readonly next: string;
  readonly icon: Icon;
}

/** Each notice in words. */
export type NoticesSaid = Readonly<Record<NoticeKind, () => NoticeWords>>;

/** What a person is told of: a title without case content (sync.md 28), and what to do about it. */
export interface NoticeWords {
  readonly title: string;
  readonly next: string;
}
