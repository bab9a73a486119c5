import type { Command } from '../../shared/contract/commands.ts';
import { isIndependent, subjectOf, type OutboxEntry } from '../offline/outbox.ts';

/** A command that can go now. */
export interface ReadyEntry extends OutboxEntry {
  readonly command: Command;
}

/**
 * The commands that can go now, in journal order. What cannot go (parked, waiting for its file or its next try) holds
 * the later ones about the same thing, and nothing else (sync.md 10, 13).
 */
export function readyToPost(
  entries: readonly OutboxEntry[],
  mayGo: (entry: ReadyEntry) => boolean,
): readonly ReadyEntry[] {
  const held = new Set<string>();
  const ready: ReadyEntry[] = [];
  for (const entry of entries) {
    if (!isUnsettled(entry)) continue;
    const subject = subjectOf(entry.command);
    const independent = isIndependent(entry.command);
    if (!independent && held.has(subject)) continue;
    const goes = entry.state !== 'attention' && entry.detail.cancel !== true && mayGo(entry);
    if (goes) ready.push(entry);
    else if (!independent) held.add(subject);
  }
  return ready;
}

function isUnsettled(entry: OutboxEntry): entry is ReadyEntry {
  return entry.command !== null && ['waiting', 'sent', 'attention'].includes(entry.state);
}
