import type { Given, PartName } from '../../shared/domain/case/parts/part.ts';
import { eyesOf, givenFor } from '../../shared/domain/case/parts/ties.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { CacheTools } from './cache-records.ts';
import type { DeltaCases, RewrittenCase } from './delta-cases.ts';
import type { Generation, Held } from './generation.ts';
import { openedOnce, type OpenedOnce } from './opened-once.ts';
import type { SyncAnswer } from './sync-answer.ts';

/**
 * What the pages of a new copy brought while more could be seen than before and after it: a right that was given and
 * taken again while they were fetched. No standing tells of it, and of a part that is not given nothing is told; so what
 * lies there is looked through once, where the delta says that the standing was touched.
 */
export async function withRicherPieces(
  tools: CacheTools,
  portal: PortalId,
  generation: Generation,
  { answer, cases }: { readonly answer: SyncAnswer; readonly cases: DeltaCases },
): Promise<DeltaCases> {
  const standing = answer.standing ?? generation.base.standing;
  const eyes = standing && eyesOf(standing);
  if (!eyes) return cases;
  const records = openedOnce(tools, portal, generation.head.number);
  const added = new Map(cases.added.map((row) => [row[0].id, row]));
  const done = new Set([
    ...cases.withdrawn.map((each) => each.case),
    ...cases.rewritten.map(({ held }) => held.row.id),
  ]);
  const richer: RewrittenCase[] = [];
  for (const [id, held] of generation.cases) {
    if (done.has(id)) continue;
    const row = added.get(id) ?? null;
    const after = givenFor(eyes, new Set(row?.[3] ?? held.ties));
    if (after && (await holdsMore(records, held, after))) richer.push({ held, before: after, after, row });
  }
  const taken = new Set(richer.map(({ held }) => held.row.id));
  return {
    ...cases,
    rewritten: [...cases.rewritten, ...richer],
    added: cases.added.filter(([row]) => !taken.has(row.id)),
  };
}

async function holdsMore(records: OpenedOnce, { row, places }: Held, given: Given): Promise<boolean> {
  for (const place of places) {
    const { parts } = await records.piece(row.id, place);
    if (Object.keys(parts).some((part) => !given.has(part as PartName))) return true;
  }
  return false;
}
