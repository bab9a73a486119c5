import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { isInForce, type PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import { dayText } from '../../words/figures.ts';

interface PriceListChoiceProps {
  readonly lists: readonly PriceListHead[];
  readonly day: string;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Which price list is searched, and how long it is in force. */
export function PriceListChoice({ lists, day, chosen, onChoose }: PriceListChoiceProps) {
  const { t } = useLingui();
  const list = lists.find(({ id }) => id === chosen);
  const from = list ? dayText(list.validFrom) : '';
  const until = list?.validUntil ? dayText(list.validUntil) : null;
  const past = list && !isInForce(list, day) ? t`Not in force today: ` : '';
  const validity = until ? t`${from} to ${until}` : t`from ${from} on`;
  return (
    <NativeSelect
      label={t`Price list`}
      description={`${past}${validity}`}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={lists.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
