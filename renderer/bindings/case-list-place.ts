import { create } from 'zustand';
import type { CaseSearch } from './case-search.ts';

interface CaseListPlace {
  /** The filter and order last shown: where "back to the cases" leads. */
  readonly search: CaseSearch;
  /** The row that had the focus, as `rowKey` writes it, and how far the list was scrolled. */
  readonly row: string | null;
  readonly offset: number;
  readonly leave: (place: Partial<Pick<CaseListPlace, 'search' | 'row' | 'offset'>>) => void;
}

/** Where the user was in the case list, so that coming back from a case leads to the same row. */
export const useCaseListPlace = create<CaseListPlace>((set) => ({
  search: {},
  row: null,
  offset: 0,
  leave: (place) => set(place),
}));
