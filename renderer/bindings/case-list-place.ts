import { create } from 'zustand';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import type { CaseFilter } from '../../shared/domain/case/list-filter.ts';
import type { CaseSearch } from './case-search.ts';

/** The cases of a list one after the other, and the filter they had passed. */
export interface CaseOrder {
  readonly cases: readonly CaseKey[];
  readonly filter: CaseFilter;
}

interface CaseListPlace {
  /** The filter and order last shown: where "back to the cases" leads. */
  readonly search: CaseSearch;
  /** What stood in it when it was left: a case that no longer passes keeps its place, so that the next one follows. */
  readonly order: CaseOrder | null;
  /** The row that had the focus, as `rowKey` writes it, and how far the list was scrolled; null = to that row. */
  readonly row: string | null;
  readonly offset: number | null;
  readonly leave: (place: Partial<Pick<CaseListPlace, 'search' | 'order' | 'row' | 'offset'>>) => void;
}

/** Where the user was in the case list, so that coming back from a case leads to the same row. */
export const useCaseListPlace = create<CaseListPlace>((set) => ({
  search: {},
  order: null,
  row: null,
  offset: 0,
  leave: (place) => set(place),
}));
