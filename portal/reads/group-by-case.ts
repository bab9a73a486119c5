import type { CaseId } from '../../shared/domain/ids.ts';

/** Rows of several cases by their case, in their order. */
export function groupByCase<Row extends { readonly case_id: CaseId }>(
  rows: readonly Row[],
): ReadonlyMap<CaseId, readonly Row[]> {
  const groups = new Map<CaseId, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.case_id);
    if (group) group.push(row);
    else groups.set(row.case_id, [row]);
  }
  return groups;
}
