import type { CaseKey } from '../../../../shared/contract/desk-api.ts';
import { passes, type RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import type { CaseOrder } from '../../../bindings/case-list-place.ts';

/** Where a case stands in the list it was opened from, and which stand around it. */
export interface PlaceInList {
  /** From 1; null where it never stood there. */
  readonly place: number | null;
  readonly count: number;
  /** It stood there, and the filter leaves it out by now, or it is no longer here. */
  readonly left: boolean;
  readonly previous: RowFacts | null;
  readonly next: RowFacts | null;
}

/**
 * Finds the neighbours of a case in the list as it was left. Cases that are not here any more are passed over; one that
 * only fails the filter by now keeps its place, so that what follows it is what followed it when the list was read.
 */
export function placeInList(order: CaseOrder, key: CaseKey, rows: readonly RowFacts[]): PlaceInList {
  const here = new Map(rows.map((facts) => [nameOf({ portal: facts.row.portal, case: facts.row.id }), facts]));
  const own = nameOf(key);
  const list = order.cases.map(nameOf).filter((name) => name === own || here.has(name));
  const index = list.indexOf(own);
  if (index < 0) return { place: null, count: list.length, left: false, previous: null, next: null };
  const facts = here.get(own);
  const at = (place: number): RowFacts | null => here.get(list[place] ?? '') ?? null;
  return {
    place: index + 1,
    count: list.length,
    left: !facts || !passes(facts, order.filter),
    previous: at(index - 1),
    next: at(index + 1),
  };
}

function nameOf({ portal, case: id }: CaseKey): string {
  return `${portal}/${id}`;
}
