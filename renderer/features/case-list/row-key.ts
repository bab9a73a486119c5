import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { OutboxItem } from '../../offline/offline-desk.ts';

/** What names a row: a case's id is the portal's own. */
export function rowKey({ row }: RowFacts): string {
  return `${row.portal}/${row.id}`;
}

/** How many commands about each case the portal has not confirmed, by `rowKey`. */
export function waitingByRow(outbox: readonly OutboxItem[]): ReadonlyMap<string, number> {
  const waiting = new Map<string, number>();
  for (const { command } of outbox) {
    if (command?.subject.kind !== 'case') continue;
    const key = `${command.portal}/${command.subject.id}`;
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
  }
  return waiting;
}
