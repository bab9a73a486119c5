import { plural, t } from '@lingui/core/macro';
import { loggedPriceListSchema } from '../../../shared/contract/price-lists.ts';
import type { SettingsEntry } from '../../../shared/contract/settings-log.ts';
import { dayText } from '../../words/figures.ts';

/** What an import or a removal of a price list did, a line each; nothing where the change was about something else. */
export function loggedPriceListWords({ what, before, after }: SettingsEntry): readonly string[] {
  const is = loggedPriceListSchema.safeParse((what === 'remove-price-list' ? before : after)['priceList']);
  if (!is.success) return [];
  const { name, validFrom, items, fileName = '', replaced = false, ended = [] } = is.data;
  const [from, count] = [dayText(validFrom), plural(items, { one: '# item', other: '# items' })];
  if (what === 'remove-price-list') return [t`the price list ${name} from ${from} with ${count} was removed`];
  return [
    replaced
      ? t`the price list ${name} from ${from} was replaced: ${count} from ${fileName}`
      : t`the price list ${name} from ${from} was imported: ${count} from ${fileName}`,
    ...ended.map(({ validUntil }) => {
      const until = dayText(validUntil);
      return t`the earlier list ${name} ends ${until}`;
    }),
  ];
}
