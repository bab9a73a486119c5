import { tiedToFor, type TiedTo } from '../../shared/domain/case/parts/ties.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Caller } from '../portal-deps.ts';
import { readMe } from './me.ts';
import { nudgesOf, type Touched } from './nudges.ts';
import type { ReadDeps } from './reader.ts';
import { inSnapshot } from './snapshot.ts';
import { readStanding } from './standing.ts';

/**
 * Calls back when something changed that this person saw before or sees after. What concerns everybody may have changed
 * who this person is: then it is read anew whose ties count.
 */
export async function watchNudges(deps: ReadDeps, caller: Caller, onNudge: () => void): Promise<() => void> {
  const mine = new Map<PortalId, ReadonlySet<TiedTo | 'everybody'>>();
  const learn = async (portal: PortalId): Promise<void> => {
    const standing = await inSnapshot(deps.store, (db) =>
      readStanding({ store: deps.store, db }, portal, caller.person),
    );
    if (!standing) return void mine.delete(portal);
    mine.set(portal, new Set([...tiedToFor(standing), `member:${standing.member}` as const, 'everybody' as const]));
  };
  const hear = (portal: PortalId, touched: Touched): void => {
    const known = mine.get(portal);
    if (known && [...touched].some((each) => known.has(each))) onNudge();
    if (!touched.has('everybody')) return;
    // A portal that was just joined is news as well.
    void learn(portal).then(() => !known && mine.has(portal) && onNudge(), onNudge);
  };
  const stop = nudgesOf(deps.store).listen(hear);
  try {
    for (const { id } of (await readMe(deps, caller))?.portals ?? []) await learn(id);
    return stop;
  } catch (cause) {
    stop();
    throw cause;
  }
}
