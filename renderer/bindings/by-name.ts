import { isOptionsGroup, type ComboboxParsedItem, type OptionsFilter } from '@mantine/core';
import { hasWords } from '../../shared/domain/case/list-filter.ts';
import { foldText } from '../../shared/domain/fold-text.ts';

/** The options of a select whose name has the words that are typed, with or without their accents. */
export const byName: OptionsFilter = ({ options, search }) => {
  const fits = (label: string) => hasWords(foldText(label), search.trim());
  return options.flatMap((each): ComboboxParsedItem[] => {
    if (!isOptionsGroup(each)) return fits(each.label) ? [each] : [];
    const items = each.items.filter(({ label }) => fits(label));
    return items.length > 0 ? [{ ...each, items }] : [];
  });
};
