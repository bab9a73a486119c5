import type { CommandOutcome } from '../../shared/contract/outcomes.ts';
import type { Caller, ChangeDeps } from '../portal-deps.ts';
import { readStanding } from '../reads/standing.ts';
import { inPossibleChange, UnknownPortal } from './in-change.ts';
import { answerOf, findOutcomes, isInactive, refusedUnkept } from './outcomes.ts';

const inactive = {
  kind: 'refused',
  refusal: { code: 'person-inactive', grantor: 'company-admin' },
} as const;

/**
 * Takes back a command that was posted and may not have arrived: it can then never run, or the answer is what really
 * happened (sync.md 12). null where the person has no such portal.
 */
export async function cancelCommand(
  deps: ChangeDeps,
  caller: Caller,
  asked: { readonly portal: string; readonly id: string },
): Promise<CommandOutcome | null> {
  try {
    return await inPossibleChange(deps, asked.portal, async (change) => {
      const source = { store: change.store, db: change.db, during: change.number };
      const standing = await readStanding(source, change.portal, caller.person);
      if (!standing) return { keep: false, value: null };
      const kept = await findOutcomes(change.db, change.portal, asked.id);
      const own = kept.find(({ account }) => account === caller.account);
      if (own) return { keep: false, value: answerOf(own) };
      if (isInactive(standing)) return { keep: false, value: refusedUnkept(change, asked.id, inactive) };
      const row = {
        portal: change.portal,
        account: caller.account,
        command: asked.id,
        subject: '',
        fingerprint: '',
        kind: 'cancelled' as const,
        refusal: null,
        items: null,
        change: change.number,
        at: change.at,
        skew: null,
      };
      await change.db.insertInto('outcome').values(row).execute();
      return { keep: true, value: answerOf(row) };
    });
  } catch (cause) {
    if (cause instanceof UnknownPortal) return null;
    throw cause;
  }
}
