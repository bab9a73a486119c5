import { commandBook, type CommandInputs, type CommandName } from './command-book.ts';
import type { CommandId } from './ids.ts';
import type { BasedOn } from './revision.ts';

/** As much of a command as says what it would overwrite. */
export interface Overwriting<Name extends CommandName = CommandName> {
  readonly name: Name;
  readonly subject: { readonly id: string };
  readonly input: CommandInputs[Name];
}

/** What a command would overwrite, inside what it is about, as the wire names it. */
export function thingsOverwritten<Name extends CommandName>({
  name,
  subject,
  input,
}: Overwriting<Name>): readonly string[] {
  const basedOn = commandBook[name].basedOn as (
    input: unknown,
    subject: string,
  ) => readonly { readonly thing: string }[];
  return basedOn(input, subject.id).map(({ thing }) => thing);
}

/** What a command says that it is based on, where its person saw this revision; null: there was none to see. */
export function basedOnSeen<Name extends CommandName>(
  command: Overwriting<Name>,
  revision: CommandId | null,
): readonly BasedOn[] {
  const [thing] = revision === null ? [] : thingsOverwritten(command);
  return thing === undefined || revision === null ? [] : [{ thing, revision }];
}
