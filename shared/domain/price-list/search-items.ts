import { foldText } from '../fold-text.ts';
import type { PriceItem, PriceList } from './price-list.ts';

/** An item as it is searched. */
interface Folded {
  readonly code: string;
  readonly words: string;
}

const betweenWords = /[\s(),;:/]+/g;

/** Folding twenty thousand texts takes longer than searching them, and a list never changes. */
const foldedLists = new WeakMap<readonly PriceItem[], readonly Folded[]>();

/**
 * The items of a list that fit what was typed: first those whose code begins with it, then those in which every word
 * begins a word of code, text, unit or trade; each in the order of the list. Nothing typed finds all.
 */
export function searchItems({ items }: Pick<PriceList, 'items'>, typed: string): readonly PriceItem[] {
  const sought = foldText(typed).trim();
  if (sought === '') return items;
  const folded = foldedOf(items);
  const starts = sought.split(betweenWords).map((word) => ` ${word}`);
  const byCode: PriceItem[] = [];
  const byWords: PriceItem[] = [];
  items.forEach((item, index) => {
    const { code = '', words = '' } = folded[index] ?? {};
    if (code.startsWith(sought)) byCode.push(item);
    else if (starts.every((start) => words.includes(start))) byWords.push(item);
  });
  return [...byCode, ...byWords];
}

function foldedOf(items: readonly PriceItem[]): readonly Folded[] {
  const known = foldedLists.get(items);
  if (known) return known;
  const folded = items.map(({ code, text, unit, trade }) => ({
    code: foldText(code),
    words: ` ${foldText(`${code} ${text} ${unit} ${trade}`).replaceAll(betweenWords, ' ')}`,
  }));
  foldedLists.set(items, folded);
  return folded;
}
