import type { PortalId } from '../../shared/domain/ids.ts';
import type { Store } from '../store/open-store.ts';

/** Somebody else has been changing this portal for too long: to be tried again later. */
export class PortalHeld extends Error {
  override readonly name = 'PortalHeld';
}

/** Who waits for a portal's turn; a portal that is in the map is being changed. */
type Lines = Map<PortalId, (() => void)[]>;

const linesOf = new WeakMap<Store, Lines>();

/**
 * Changes of one portal wait for each other in any case, for its row lock. On PostgreSQL they do it here, without a
 * connection each: a portal that is held by another server takes one connection, and leaves the others to other portals.
 */
export async function inTurn<Value>(store: Store, portal: PortalId, work: () => Promise<Value>): Promise<Value> {
  if (store.patience === null) return work();
  const lines = linesOf.get(store) ?? new Map<PortalId, (() => void)[]>();
  linesOf.set(store, lines);
  await standInLine(lines, portal, store.patience.lock);
  try {
    return await work();
  } finally {
    const next = lines.get(portal)?.shift();
    if (next) next();
    else lines.delete(portal);
  }
}

function standInLine(lines: Lines, portal: PortalId, wait: number): Promise<void> {
  const line = lines.get(portal);
  if (!line) {
    lines.set(portal, []);
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      line.splice(line.indexOf(begin), 1);
      reject(new PortalHeld('Another change of this portal takes too long.'));
    }, wait);
    const begin = (): void => {
      clearTimeout(late);
      resolve();
    };
    line.push(begin);
  });
}
