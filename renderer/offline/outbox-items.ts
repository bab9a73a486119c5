import type { CaseId } from '../../shared/domain/ids.ts';
import type { Cache } from './cache.ts';
import { itemStates } from './entry-items.ts';
import type { CaseIndex } from './case-index.ts';
import type { OutboxItem } from './offline-desk.ts';
import type { OutboxEntry } from './outbox.ts';
import { caseOf } from './waiting-commands.ts';

/** An entry as a screen shows it. */
export function outboxItem(entry: OutboxEntry, cache: Cache, index: CaseIndex): OutboxItem {
  const { position, state, raw, command, detail } = entry;
  const fate = command ? index.fateOf(command.id) : undefined;
  return {
    position,
    state,
    command,
    raw,
    caseNumber: command ? numberOf(cache, command.portal, caseOf(command)) : null,
    items: command ? itemStates(command, detail, fate?.items) : [],
    refusal: state === 'refused' ? (detail.refusal ?? { code: 'blocked', grantor: 'nobody' }) : null,
    forecast: fate?.kind === 'refused' ? fate.refusal : null,
    cancelling: detail.cancel === true,
    trouble: detail.trouble === undefined ? null : { detail: detail.trouble, tries: detail.tries ?? 0 },
  };
}

/** It goes nowhere by itself: somebody has to look at it. */
export function isStuck({ state, command }: OutboxItem): boolean {
  return state === 'blocked' || state === 'attention' || command === null;
}

/** The number is known of cases that are held, and of those that left (a tombstone has it). */
function numberOf(cache: Cache, portal: string, id: CaseId): string | null {
  const current = cache.portals.get(portal)?.current;
  const tombstone = current?.base.withdrawn.find((each) => each.case === id);
  return current?.cases.get(id)?.row.number ?? tombstone?.number ?? null;
}
