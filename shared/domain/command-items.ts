import type { Case, CaseContent } from './case/case.ts';
import { casePageOf, commandBook, type CaseCommand, type CommandName } from './command-book.ts';
import { reasonIn, refused, type Decision, type ItemFate } from './decision.ts';
import type { Refusal } from './rights/refusal.ts';
import { namingWhoChanged } from './who-changed.ts';

/** An item of a command, by its name, and the command that it would be by itself. */
export interface CommandItem {
  readonly item: string;
  readonly command: CaseCommand;
}

interface Named {
  readonly name: CommandName;
  readonly input: unknown;
}

/** The items of a command in their order; none where it is one thing to do. */
export function itemsOf({ name, input }: Named): readonly CommandItem[] {
  if (!isAboutCase(name)) return [];
  const { items } = casePageOf({ name });
  if (!items) return [];
  const each = namesOfPages.get(items.each);
  // Name and input belong together: both are of the page that does one of them.
  return items
    .split(input)
    .map((one) => ({ item: one.item, command: { name: each, input: one.input } as CaseCommand }));
}

/** A command with items, with these of them only. */
export function onlyItems<Command extends Named>(command: Command, isKept: (item: string) => boolean): Command {
  if (!isAboutCase(command.name)) return command;
  const { items } = casePageOf({ name: command.name });
  return items ? { ...command, input: items.only(command.input, isKept) } : command;
}

/** A decision with who changed what is refused as stale, as far as this view of the case tells; of items by each. */
export function namingInDecision(decision: Decision<Case>, view: CaseContent, command: CaseCommand): Decision<Case> {
  if (decision.kind === 'undecided') return decision;
  const items = decision.items && namingInItems(decision.items, view, command);
  if (decision.kind === 'decided') return items ? { ...decision, items } : decision;
  const refusal = items && reasonIn<Refusal>(items);
  return refusal ? { ...decision, refusal, items } : refused(namingWhoChanged(decision.refusal, view, command));
}

function namingInItems(fates: readonly ItemFate[], view: CaseContent, command: CaseCommand): readonly ItemFate[] {
  const commands = new Map(itemsOf(command).map((each) => [each.item, each.command]));
  return fates.map((fate) => {
    const one = commands.get(fate.item);
    return fate.kind === 'refused' && one ? { ...fate, refusal: namingWhoChanged(fate.refusal, view, one) } : fate;
  });
}

const namesOfPages = new Map<unknown, string>(Object.entries(commandBook).map(([name, page]) => [page, name]));

function isAboutCase(name: CommandName): name is CaseCommand['name'] {
  return commandBook[name].subject === 'case';
}
