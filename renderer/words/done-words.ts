import {
  commandBook,
  type CaseCommand,
  type CommandInputs,
  type NamedInput,
} from '../../shared/domain/command-book.ts';
import { commandsSaid } from './families.ts';
import type { BindingName, DoneIn } from './family-words.ts';

/** What was done, for a command that binds; null for one that does not, whose effect on the screen says enough. */
export function doneWords(command: CaseCommand, place: DoneIn): string | null {
  return isBinding(command) ? said(command, place) : null;
}

function isBinding(command: CaseCommand): command is NamedInput<BindingName> {
  return commandBook[command.name].binding;
}

interface Named<Name extends BindingName> {
  readonly name: Name;
  readonly input: CommandInputs[Name];
}

function said<Name extends BindingName>({ name, input }: Named<Name>, place: DoneIn): string {
  const done: { readonly [Each in BindingName]: { done: (input: CommandInputs[Each], place: DoneIn) => string } } =
    commandsSaid;
  return done[name].done(input, place);
}
