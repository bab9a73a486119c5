import type { OpenCase } from '../../../offline/offline-desk.ts';
import type { CaseTab, Family } from '../family.ts';

/** The tabs of all families, in the same order in every case; of a case that is open those that its portal has. */
export function tabsOf(families: readonly Family[], open: OpenCase | null = null): readonly CaseTab[] {
  return families
    .flatMap(({ tabs = [] }) => tabs)
    .filter(({ shown }) => open === null || shown === undefined || shown(open))
    .toSorted((one, other) => one.order - other.order);
}
