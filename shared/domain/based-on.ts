import { commandBook, type CommandInputs, type CommandName } from './command-book.ts';
import type { BasedOn, SeenRevisions } from './revision.ts';

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

/** What a command says that it is based on, where its person saw this. */
export function basedOnSeen<Name extends CommandName>(
  command: Overwriting<Name>,
  seen: SeenRevisions,
): readonly BasedOn[] {
  if (seen === null) return [];
  const things = thingsOverwritten(command);
  if (typeof seen !== 'string') return seen.filter(({ thing }) => things.includes(thing));
  return things.slice(0, 1).map((thing) => ({ thing, revision: seen }));
}
