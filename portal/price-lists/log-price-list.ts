import type { priceListDeeds } from '../../shared/contract/price-lists.ts';
import type { Carrying } from '../commands/carrying.ts';
import { logSettings } from '../commands/log-settings.ts';

/** Writes into the log of the portal who imported or removed which price list; never what anything costs. */
export function logPriceList(
  carrying: Pick<Carrying, 'change' | 'standing'>,
  deed: (typeof priceListDeeds)[number],
  { before = null, after = null }: { readonly before?: object | null; readonly after?: object | null },
): Promise<void> {
  const { change } = carrying;
  const line = { subject: { kind: 'portal', id: change.portal }, id: change.newId(), name: deed } as const;
  return logSettings(carrying, line, { before: { priceList: before }, after: { priceList: after } });
}
