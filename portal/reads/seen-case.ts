import type { CaseContent } from '../../shared/domain/case/case.ts';
import { contentOf, takePiece, type CasePiece } from '../../shared/domain/case/parts/held-case.ts';
import type { Viewer } from '../../shared/domain/case/parts/ties.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Caller } from '../portal-deps.ts';
import { readJson } from '../store/json.ts';
import { readPieces, type PieceSource } from './read-pieces.ts';
import { readerOf, type ReadDeps, type Reader } from './reader.ts';
import { inSnapshot } from './snapshot.ts';

/** Which case is asked about. */
export interface AskedCase {
  readonly portal: PortalId;
  readonly case: CaseId;
}

/** Cases as somebody sees them, in the order asked; those that are not seen are left out. */
export async function readSeen(
  source: PieceSource,
  portal: PortalId,
  asked: { readonly viewer: Viewer; readonly cases: readonly CaseId[] },
): Promise<readonly CaseContent[]> {
  const { pieces } = await readPieces(source, { portal, ...asked, since: null });
  return pieces.map(({ text, given }) => contentOf(takePiece(null, readJson<CasePiece>(text), given), given));
}

/** Reads with a case as this person sees it; null for who does not see it and where there is none, alike. */
export function withSeenCase<Value>(
  deps: ReadDeps,
  caller: Caller,
  asked: AskedCase,
  read: (reader: Reader, seen: CaseContent) => Promise<Value> | Value,
): Promise<Value | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal: asked.portal, caller });
    if (!reader) return null;
    const [seen] = await readSeen(reader, asked.portal, { viewer: reader.viewer, cases: [asked.case] });
    return seen ? read(reader, seen) : null;
  });
}
