import type { CasePiece } from '../../shared/domain/case/parts/held-case.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { DamagedCacheError, logAt, openRecord, piecesAt, type CacheTools, type RecordAt } from './cache-records.ts';
import type { Place } from './generation.ts';
import { piecesLines, readPieces, type Pieces } from './record-lines.ts';

/** Records of one generation, each opened once however many cases are read of it or taken out. */
export interface OpenedOnce {
  readonly bytes: (at: RecordAt) => Promise<Uint8Array>;
  /** The piece of a case at a place; one that is not there is damage. */
  readonly piece: (id: string, at: Place) => Promise<CasePiece>;
}

export function openedOnce(tools: CacheTools, portal: PortalId, generation: number): OpenedOnce {
  const opened = new Map<string, Promise<Uint8Array>>();
  const read = new Map<string, Promise<Pieces>>();

  const bytes = (at: RecordAt): Promise<Uint8Array> => once(opened, at.place.join(' '), () => openRecord(tools, at));

  const lineAt = async ({ in: where, number, line }: Place): Promise<Pieces> => {
    if (where === 'page') return readPieces(await bytes(piecesAt(portal, generation, number, line)));
    const found = piecesLines(await bytes(logAt(portal, generation, number)))[line];
    return found ? readPieces(found) : [];
  };

  return {
    bytes,
    piece: async (id, at) => {
      const name = `${at.in} ${String(at.number)} ${String(at.line)}`;
      const piece = (await once(read, name, () => lineAt(at)))[at.place];
      if (piece?.case !== id) throw new DamagedCacheError(portal, 'a place without its case');
      return piece;
    },
  };
}

function once<Value>(known: Map<string, Promise<Value>>, name: string, make: () => Promise<Value>): Promise<Value> {
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}
