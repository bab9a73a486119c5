import { refusalIn, type CommandOutcome } from '../../shared/contract/outcomes.ts';
import type { JournalState } from '../../shared/contract/desk-api.ts';
import type { OutboxEntry } from '../offline/outbox.ts';

/** After so many tries a command is parked (sync.md 13). */
const triesBeforeParking = 5;

/** A mark with the detail that is read again. */
export interface OutcomeMark {
  readonly position: number;
  readonly state: JournalState;
  readonly detail?: { readonly tries?: number; readonly [more: string]: unknown };
}

/** What an outcome makes of a journal entry. `isLive`: the command it comes after can still be carried out. */
export function outcomeMark(
  entry: Pick<OutboxEntry, 'position' | 'detail'>,
  outcome: CommandOutcome,
  isLive: (id: string) => boolean,
  timesMissing = 0,
): OutcomeMark {
  const { position } = entry;
  switch (outcome.kind) {
    case 'decided': {
      const { change, items } = outcome;
      const refusal = refusalIn(outcome);
      const ofItems = items.some(({ item }) => item !== null) ? { items } : {};
      return refusal
        ? { position, state: 'refused', detail: { refusal, ...ofItems } }
        : { position, state: 'carried-out', detail: { change, ...ofItems } };
    }
    case 'cancelled':
      return { position, state: 'discarded' };
    case 'blocked':
      // The one before it met trouble and is tried again: this one simply goes after it.
      return isLive(outcome.by)
        ? { position, state: 'sent', detail: { ...entry.detail } }
        : { position, state: 'blocked', detail: { by: outcome.by } };
    case 'file-missing':
      return timesMissing < triesBeforeParking
        ? { position, state: 'sent', detail: { ...entry.detail } }
        : parked(position, 'Its file does not arrive at the portal server.', timesMissing);
    case 'trouble': {
      const tries = (entry.detail.tries ?? 0) + 1;
      if (tries >= triesBeforeParking) return parked(position, outcome.detail, tries);
      return { position, state: 'sent', detail: { trouble: outcome.detail, tries } };
    }
  }
}

function parked(position: number, trouble: string, tries: number): OutcomeMark {
  return { position, state: 'attention', detail: { trouble, tries } };
}
