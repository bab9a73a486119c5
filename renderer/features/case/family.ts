import type { ComponentType, FunctionComponent } from 'react';
import type { Wanted } from '../../../shared/domain/asking/ask.ts';
import type { CaseCommand, CommandNameFor } from '../../../shared/domain/command-book.ts';
import type { Action, ActionKind } from '../../../shared/domain/dashboard/actions.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { TaskStatus } from '../../../shared/domain/task/task-status.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import type { Icon } from '@tabler/icons-react';

/** All that a family of nouns (tasks, budgets, chat, …) shows on the page of a case. */
export interface Family {
  /** As its folder is called. */
  readonly name: string;
  readonly tabs?: readonly CaseTab[];
  readonly dialogs?: Partial<DialogBook>;
  /** What it has to do next, by kind. */
  readonly steps?: Partial<StepBook>;
  readonly taskActions?: readonly TaskAction[];
  /** By command: is it refused only because nothing was chosen yet? Then its dialog may be opened for the choice. */
  readonly unchosen?: { readonly [Name in CommandNameFor<'case'>]?: (refusal: Refusal) => boolean };
  readonly places?: Readonly<Partial<Record<CasePlace, ComponentType>>>;
  /** A way to who can help with a refusal, where there is one. */
  readonly help?: ComponentType<Refused>;
}

/** What was refused, and why. */
export interface Refused {
  readonly refusal: Refusal;
  readonly wanted: Wanted;
}

/** Where a family shows itself outside of its tabs: in the header, at its end, below it, beside "Decide next", beside the tabs. */
export type CasePlace = 'mark' | 'deed' | 'note' | 'card' | 'list';

/** A tab of the case. */
export interface CaseTab {
  /** As the address names it. */
  readonly id: string;
  /** Its place among the tabs of all families. */
  readonly order: number;
  readonly label: () => string;
  /** Whether there is such a tab in the portal of the case; left out where there always is. */
  readonly shown?: (open: OpenCase) => boolean;
  /** It needs the width of the page: the list beside the tabs stands below it then. */
  readonly wide?: boolean;
  /** Why it is locked for this person, or null. Its content was not sent then. */
  readonly lock: (open: OpenCase) => Refusal | null;
  /** What its lock keeps from this person; left out where it has none. */
  readonly wants?: (open: OpenCase) => Wanted;
  /** How much there is in it, and how much of it is new. */
  readonly count?: (open: OpenCase) => number;
  readonly unread?: (open: OpenCase) => number;
  readonly Panel: ComponentType;
}

/** The dialogs of the case by kind, each with what it is about. A family adds its own to this interface. */
// oxlint-disable-next-line typescript/no-empty-interface -- the frame itself has none
export interface CaseDialogs {}

/** A dialog that is asked for; one at a time. */
export type CaseDialog = {
  [Kind in keyof CaseDialogs]: { readonly kind: Kind } & CaseDialogs[Kind];
}[keyof CaseDialogs];

/** The dialogs themselves. */
export type DialogBook = {
  readonly [Kind in keyof CaseDialogs]: FunctionComponent<DialogProps<Kind>>;
};

/** What a dialog is given. */
export interface DialogProps<Kind extends keyof CaseDialogs> {
  readonly about: CaseDialogs[Kind];
  readonly onClose: () => void;
}

/** The steps behind the things to do, which the dashboard counts by kind: one for each thing they are about. */
export type StepBook = Readonly<
  Record<ActionKind, (open: OpenCase, actions: readonly Action[]) => readonly NextStep[]>
>;

/** Something the viewer can do next in the case. */
export interface NextStep {
  readonly action: Action;
  /** The id of the thing it is about; null for the case itself. */
  readonly about: string | null;
  /** The tasks that it moves on. */
  readonly tasks: readonly TaskId[];
  readonly title: string;
  readonly detail: string;
  /** What a press does; null where there is nothing to press. */
  readonly deed: Deed | null;
}

/** One press where nothing has to be chosen, else the dialog, or the tab where it is done. */
export type Deed =
  | { readonly label: string; readonly command: CaseCommand; readonly icon?: Icon }
  | { readonly label: string; readonly dialog: CaseDialog }
  | { readonly label: string; readonly tab: CaseTab['id'] };

/** Something that can be done with a task. */
export interface TaskAction {
  readonly name: string;
  /** In which status it is offered: as the step that moves the task on, or beside it. */
  readonly at: Readonly<Partial<Record<TaskStatus, 'first' | 'beside'>>>;
  readonly Button: ComponentType<{ readonly task: Task; readonly primary: boolean }>;
}
