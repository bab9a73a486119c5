import type { DexieStore } from './dexie-store.ts';
import type { OurStore } from './our-store.ts';

export interface Compared {
  readonly rows: number;
  readonly contents: number;
}

/** Compares both stores row by row, and every so-manieth whole content as it lies on the disk; throws at a difference. */
export async function differences(ours: OurStore, peer: DexieStore, everyContent: number): Promise<Compared> {
  const [mine, theirs] = [ours.rows(), await peer.rows()];
  if (mine.size === 0 || mine.size !== theirs.size) {
    throw new Error(`${mine.size} rows here, ${theirs.size} at the peer`);
  }
  for (const [id, row] of mine) {
    if (theirs.get(id) !== row) throw new Error(`the row of ${id} differs: ${row} and ${theirs.get(id) ?? 'none'}`);
  }
  let contents = 0;
  let index = 0;
  for (const id of mine.keys()) {
    if (index++ % everyContent !== 0) continue;
    const [one, other] = [await ours.content(id), await peer.content(id)];
    if (one === null || one !== other) throw new Error(`the content of ${id} differs`);
    contents += 1;
  }
  return { rows: mine.size, contents };
}
