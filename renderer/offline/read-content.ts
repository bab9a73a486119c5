import type { CaseContent } from '../../shared/domain/case/case.ts';
import { contentOf, takePiece, type HeldCase } from '../../shared/domain/case/parts/held-case.ts';
import type { Given } from '../../shared/domain/case/parts/part.ts';
import { eyesOf, givenFor } from '../../shared/domain/case/parts/ties.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { CacheTools } from './cache-records.ts';
import type { Generation, Held } from './generation.ts';
import { openedOnce, type OpenedOnce } from './opened-once.ts';
import { readFirstContent } from './version-1.ts';

/** Opens what holds a case and puts it together; null where the standing gives nothing of it. */
export async function readHeld(
  tools: CacheTools,
  portal: PortalId,
  generation: Generation,
  held: Held,
): Promise<CaseContent | null> {
  if (generation.head.version === 1) return readFirstContent(tools, portal, generation, held);
  const given = givenOf(generation, held);
  if (!given) return null;
  return contentOf(await foldHeld(openedOnce(tools, portal, generation.head.number), held, given), given);
}

/** What its reader is given of a held case; null where that is nothing. */
export function givenOf({ base: { standing } }: Generation, { ties }: Held): Given | null {
  const eyes = standing && eyesOf(standing);
  return eyes && givenFor(eyes, new Set(ties));
}

/** What is held of a case: its pieces, one over the other. */
export async function foldHeld(records: OpenedOnce, { row, places }: Held, given: Given): Promise<HeldCase> {
  const [first, ...later] = places;
  if (!first) throw new Error('a case that lies nowhere');
  let held = takePiece(null, await records.piece(row.id, first), given);
  for (const place of later) held = takePiece(held, await records.piece(row.id, place), given);
  return held;
}
