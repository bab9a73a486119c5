import type { Moment } from '../../../shared/domain/moment.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { OpenCase, OutboxItem } from '../../offline/offline-desk.ts';

/** That something on the screen is not confirmed: since when, and whether the portal will probably refuse it. */
export interface Waiting {
  readonly since: Moment;
  readonly forecast: Refusal | null;
  readonly item: OutboxItem;
}

/** The unconfirmed command that last changed a thing, found by the thing's revision or id. */
export function waitingFor({ waiting }: OpenCase, revision: string): Waiting | null {
  const item = waiting.find(({ command }) => command !== null && revision.startsWith(command.id));
  if (!item?.command) return null;
  return { since: item.command.at, forecast: item.forecast, item };
}

/** The unconfirmed commands of the case that are worth a word; how far a chat was read is not. */
export function unconfirmed({ waiting }: OpenCase): readonly OutboxItem[] {
  return waiting.filter(({ command }) => command?.name !== 'mark-read');
}
