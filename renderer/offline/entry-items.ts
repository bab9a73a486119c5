import { onlyItems, itemsOf, type CommandItem } from '../../shared/domain/command-items.ts';
import type { ItemFate } from '../../shared/domain/decision.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Command } from '../../shared/contract/commands.ts';
import type { ItemOutcome } from '../../shared/contract/outcomes.ts';
import { isRefusal, type MarkDetail, type OutboxEntry } from './outbox.ts';

/** One item of a command, as a screen shows it. */
export interface ItemState extends CommandItem {
  /** `waiting`: no answer has told of it. */
  readonly kind: 'waiting' | ItemOutcome['kind'];
  readonly refusal: Refusal | null;
  /** Set where the replay forecasts a refusal. */
  readonly forecast: Refusal | null;
}

/** The items of a command that the portal server refused and nobody has tried anew. */
export function refusedItems({
  items = [],
  anew = [],
}: MarkDetail): readonly Extract<ItemOutcome, { kind: 'refused' }>[] {
  return items.flatMap((each) =>
    each.kind === 'refused' && each.item !== null && !anew.includes(each.item) ? [each] : [],
  );
}

/** Refused in some of its items only: the others are done, and the portal server is asked about them as about what is. */
export function isPartlyDone({ state, detail }: OutboxEntry): boolean {
  return state === 'refused' && (detail.items?.some(({ kind }) => kind === 'carried-out') ?? false);
}

/** As much of a command as can still have an effect: an item that was refused is never shown as done. */
export function withoutRefused<Named extends Command>(command: Named, { items = [] }: MarkDetail): Named {
  const refused = new Set(items.flatMap(({ kind, item }) => (kind === 'refused' ? [item] : [])));
  return refused.size === 0 ? command : onlyItems(command, (item) => !refused.has(item));
}

/** How each item of a command stands; what was tried anew is another command's by then. */
export function itemStates(
  command: Command,
  { items = [], anew = [] }: MarkDetail,
  fates: readonly ItemFate[] = [],
): readonly ItemState[] {
  const outcomes = new Map(items.map((each) => [each.item, each]));
  const forecasts = new Map(fates.map((fate) => [fate.item, fate]));
  return itemsOf(command).flatMap((each): readonly ItemState[] => {
    if (anew.includes(each.item)) return [];
    const outcome = outcomes.get(each.item);
    if (outcome) return [{ ...each, kind: outcome.kind, refusal: refusalOf(outcome), forecast: null }];
    const fate = forecasts.get(each.item);
    return [{ ...each, kind: 'waiting', refusal: null, forecast: fate?.kind === 'refused' ? fate.refusal : null }];
  });
}

/** A later portal server may know codes that this app does not: they are shown as they are. */
function refusalOf(outcome: ItemOutcome): Refusal | null {
  return outcome.kind === 'refused' && isRefusal(outcome.refusal) ? outcome.refusal : null;
}
