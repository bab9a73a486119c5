import { categoriesSight } from '../../shared/domain/category/categories-sight.ts';
import type { OfficeCategories } from '../../shared/domain/category/category.ts';
import { foldCategories } from '../../shared/domain/category/fold-categories.ts';
import type { Tie } from '../../shared/domain/case/parts/ties.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Write } from './cache-database.ts';
import { categoriesAt, isThere, openRecord, removeRecord, sealRecord, type CacheTools } from './cache-records.ts';
import type { Generation, StoredRow } from './generation.ts';
import { fromJsonBytes, jsonBytes } from './record-lines.ts';
import type { SyncAnswer } from './sync-answer.ts';

/** The categories that are kept; null where none are. */
export async function readKeptCategories(
  tools: CacheTools,
  portal: PortalId,
  generation: number,
): Promise<OfficeCategories | null> {
  const at = categoriesAt(portal, generation);
  // This app wrote it.
  return (await isThere(tools, at)) ? (fromJsonBytes(await openRecord(tools, at)) as OfficeCategories) : null;
}

/** What to write of categories that became these: all of them, or that none are kept any more. */
export async function putCategories(
  tools: CacheTools,
  portal: PortalId,
  { generation, before, after }: KeptChange,
): Promise<readonly Write[]> {
  if (after === before) return [];
  const at = categoriesAt(portal, generation);
  return [after === null ? removeRecord(at) : await sealRecord(tools, at, jsonBytes(after))];
}

interface KeptChange {
  readonly generation: number;
  readonly before: OfficeCategories | null;
  readonly after: OfficeCategories | null;
}

/** What of cases a delta comes to. */
export interface CasesAfter {
  readonly standing: Standing | null;
  /** Held cases that are not what they were, or gone. */
  readonly other: ReadonlySet<CaseId>;
  readonly rows: readonly StoredRow[];
}

/**
 * The categories after a delta. The portal server tells when they are gone; where its line is missing, they leave all the
 * same with the last right, mark or open case that gave them, as far as this app held it.
 */
export function categoriesAfter(
  generation: Generation,
  { categories: told }: Pick<SyncAnswer, 'categories'>,
  { standing, other, rows }: CasesAfter,
): OfficeCategories | null {
  const { categories: held, cases } = generation;
  if (told) return foldCategories(held, told);
  if (held === null) return null;
  const before = [...cases.values()].map(({ row, ties }) => ({ state: row.state, ties }));
  const after = [
    ...[...cases.values()].flatMap(({ row, ties }) => (other.has(row.id) ? [] : [{ state: row.state, ties }])),
    ...rows.map(([{ state = 'open' }, , , ties]) => ({ state, ties })),
  ];
  return isGivenBy(generation.base.standing, before) && !isGivenBy(standing, after) ? null : held;
}

interface TiedCase {
  readonly state: string;
  readonly ties: readonly Tie[];
}

function isGivenBy(standing: Standing | null, cases: readonly TiedCase[]): boolean {
  const sight = standing ? categoriesSight(standing) : [];
  if (sight === 'always' || sight.length === 0) return sight === 'always';
  return cases.some(({ state, ties }) => state === 'open' && sight.some((tie) => ties.includes(tie)));
}
