import type { Command } from '../../shared/contract/commands.ts';
import type { CommandInputs, CommandName } from '../../shared/domain/command-book.ts';
import { commandsSaid } from './families.ts';
import type { TypedContext, TypedPart } from './family-words.ts';

/** What a person entered in a command, in words: nothing typed is ever shown as codes only. */
export function typedWords(command: Command, known: Omit<TypedContext, 'subject'>): readonly TypedPart[] {
  return typedParts(command, { ...known, subject: command.subject.id });
}

interface Named<Name extends CommandName> {
  readonly name: Name;
  readonly input: CommandInputs[Name];
}

/** The same for a command that is known by name and input only. */
export function typedParts<Name extends CommandName>(
  { name, input }: Named<Name>,
  context: TypedContext,
): readonly TypedPart[] {
  const said: { readonly typed: (input: CommandInputs[Name], context: TypedContext) => readonly TypedPart[] } =
    commandsSaid[name];
  return said.typed(input, context);
}
