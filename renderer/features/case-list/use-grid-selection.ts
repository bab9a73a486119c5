import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { rowKey } from './row-key.ts';
import { allOf, extended, nothingSelected, toggled, useSelection } from './selection.ts';

/** What the list does with its selection. */
export function useGridSelection(rows: readonly RowFacts[]) {
  const selection = useSelection();
  const { keys, set } = selection;
  const extent: 'none' | 'some' | 'all' = keys.size === 0 ? 'none' : keys.size < rows.length ? 'some' : 'all';
  const clear = (): boolean => {
    set(nothingSelected);
    return keys.size > 0;
  };
  const all = () => set(allOf(rows));
  return {
    keys,
    extent,
    all,
    /** False where nothing was selected. */
    clear,
    choose: (facts: RowFacts, range: boolean) =>
      set(range ? extended(selection, rowKey(facts), rows) : toggled(selection, rowKey(facts))),
    /** All, or none where all are selected. */
    turn: () => (extent === 'all' ? clear() : all()),
  };
}
