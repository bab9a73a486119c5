import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Caller } from '../portal-deps.ts';
import { readJson } from '../store/json.ts';
import { readSeen } from './case-lines.ts';
import { readerOf, type ReadDeps, type Reader } from './reader.ts';
import { inSnapshot } from './snapshot.ts';

/** Which case is asked about. */
export interface AskedCase {
  readonly portal: PortalId;
  readonly case: CaseId;
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
    const [seen] = await readSeen(db, asked.portal, { audiences: reader.audiences, cases: [asked.case] });
    return seen ? read(reader, readJson<CaseContent>(seen.body)) : null;
  });
}
