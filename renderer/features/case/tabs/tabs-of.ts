import type { CaseTab, Family } from '../family.ts';

/** The tabs of all families, in the same order in every case. */
export function tabsOf(families: readonly Family[]): readonly CaseTab[] {
  return families.flatMap(({ tabs = [] }) => tabs).toSorted((one, other) => one.order - other.order);
}
