import { t } from '@lingui/core/macro';
import type { Case } from '../../shared/domain/case/case.ts';
import {
  commandBook,
  type CaseCommand,
  type CommandInputs,
  type CommandNameFor,
  type NamedInput,
} from '../../shared/domain/command-book.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import { moneyText } from './figures.ts';
import { taskTypeName } from './task-words.ts';

/** The case commands that bind money or people. */
type BindingName = {
  [Name in CommandNameFor<'case'>]: (typeof commandBook)[Name]['binding'] extends true ? Name : never;
}[CommandNameFor<'case'>];

/** What the words of a deed are taken from: the case as it was decided on. */
export interface DoneIn {
  readonly case: Case;
  readonly standing: Standing;
  readonly directory: Directory;
}

/** What was done, for a command that binds; null for one that does not, whose effect on the screen says enough. */
export function doneWords(command: CaseCommand, place: DoneIn): string | null {
  return isBinding(command) ? said(command, place) : null;
}

function isBinding(command: CaseCommand): command is NamedInput<BindingName> {
  return commandBook[command.name].binding;
}

function said<Name extends BindingName>(command: Named<Name>, place: DoneIn): string {
  return done[command.name](command.input, place);
}

interface Named<Name extends BindingName> {
  readonly name: Name;
  readonly input: CommandInputs[Name];
}

const done: { readonly [Name in BindingName]: (input: CommandInputs[Name], place: DoneIn) => string } = {
  'assign-members': ({ task }, place) => {
    const name = taskName(task, place);
    return t`Changed the members of ${name}`;
  },
  'set-time': ({ task }, place) => {
    const name = taskName(task, place);
    return t`Set the time of ${name}`;
  },
  'approve-task': ({ task }, place) => {
    const name = taskName(task, place);
    return t`Approved ${name}`;
  },
  'send-back-task': ({ task }, place) => {
    const name = taskName(task, place);
    return t`Sent ${name} back`;
  },
  'submit-budget': ({ money }) => {
    const amount = moneyText(money);
    return t`Sent ${amount} for approval`;
  },
  'approve-budget': ({ money }) => {
    const amount = moneyText(money);
    return t`Approved ${amount}`;
  },
  'reject-budget': ({ budget }, place) => {
    const amount = amountOf(budget, place);
    return t`Rejected the budget of ${amount}`;
  },
  'forward-budget': ({ budget }, place) => {
    const amount = amountOf(budget, place);
    const insurer = place.standing.portalName;
    return t`Forwarded the budget of ${amount} to ${insurer}`;
  },
  'give-role-to-office': ({ office: id }, { directory }) => {
    const office = directory.offices.find((each) => each.id === id)?.name ?? '';
    return t`Gave the External case handler role to ${office}`;
  },
  'remove-role': (_, place) =>
    place.case.role ? t`Removed the External case handler role` : t`The case goes on without an External case handler`,
  'decline-role': () => t`Declined the External case handler role`,
  'assign-role-user': ({ member: id }, { directory }) => {
    const member = directory.members.find((each) => each.id === id)?.name ?? '';
    return t`Made ${member} the External case handler`;
  },
};

function taskName(id: string, { case: subject, standing }: DoneIn): string {
  const task = subject.tasks.find((each) => each.id === id);
  return task ? taskTypeName(task.type, standing.settings) : '';
}

function amountOf(id: string, { case: subject }: DoneIn): string {
  const budget = subject.budgets.find((each) => each.id === id);
  return budget ? moneyText(budget.money) : '';
}
