import type { CaseKey } from '../../shared/contract/desk-api.ts';
import { countRead } from '../../shared/domain/chat/count-read.ts';
import type { Cache } from './cache.ts';
import type { CaseIndex } from './case-index.ts';
import type { OpenCase } from './offline-desk.ts';
import { isInOutbox, type Outbox } from './outbox.ts';
import { outboxItem } from './outbox-items.ts';
import { caseOf, waitingReads } from './waiting-commands.ts';

export interface OpenCaseSources {
  readonly cache: Cache;
  readonly index: CaseIndex;
  readonly outbox: Outbox;
}

/** Opens one chunk and replays what waits (design.md §9); null where the case is not held. */
export async function openTheCase(key: CaseKey, { cache, index, outbox }: OpenCaseSources): Promise<OpenCase | null> {
  const view = await index.view(key);
  const current = cache.portals.get(key.portal)?.current;
  const { standing, directory } = current?.base ?? {};
  if (!view || !current || !standing || !directory) return null;
  const waiting = outbox
    .entries()
    .filter((entry) => isInOutbox(entry) && entry.command?.portal === key.portal && caseOf(entry.command) === key.case)
    .map((entry) => outboxItem(entry, cache, index));
  const marked = waitingReads(outbox.entries(), key.portal).get(key.case) ?? 0;
  return {
    key,
    content: view.content,
    confirmed: view.confirmed,
    standing,
    directory,
    waiting,
    fates: view.fates,
    asOf: current.head.asOf ?? '',
    read: Math.max(current.base.reading[key.case] ?? 0, countRead(view.confirmed.chat, standing.member, marked)),
  };
}
