import type { CaseKey } from '../../../../shared/contract/desk-api.ts';
import { passes, type RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import type { CaseId, PortalId } from '../../../../shared/domain/ids.ts';
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
  const here = rowsByCase(rows);
  const factsOf = (at: CaseKey | undefined): RowFacts | null => (at && here.get(at.portal)?.get(at.case)) ?? null;
  const list = order.cases.filter((each) => isSame(each, key) || factsOf(each) !== null);
  const index = list.findIndex((each) => isSame(each, key));
  if (index < 0) return { place: null, count: list.length, left: false, previous: null, next: null };
  const facts = factsOf(key);
  return {
    place: index + 1,
    count: list.length,
    left: !facts || !passes(facts, order.filter),
    previous: factsOf(list[index - 1]),
    next: factsOf(list[index + 1]),
  };
}

/** By portal and case, without a name made for each: this runs whenever one of ten thousand rows changes. */
function rowsByCase(rows: readonly RowFacts[]): ReadonlyMap<PortalId, ReadonlyMap<CaseId, RowFacts>> {
  const portals = new Map<PortalId, Map<CaseId, RowFacts>>();
  for (const facts of rows) {
    const cases = portals.get(facts.row.portal) ?? new Map<CaseId, RowFacts>();
    portals.set(facts.row.portal, cases.set(facts.row.id, facts));
  }
  return portals;
}

function isSame(one: CaseKey, other: CaseKey): boolean {
  return one.case === other.case && one.portal === other.portal;
}
