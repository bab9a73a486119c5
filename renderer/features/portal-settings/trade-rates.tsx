import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import classes from './portal-settings.module.css';
import { rateFault, type TypedRate } from './typed-rules.ts';

interface TradeRatesProps {
  readonly rates: readonly TypedRate[];
  /** What can be chosen; any other trade can be typed. */
  readonly trades: readonly string[];
  readonly currency: string;
  readonly onChange: (rates: readonly TypedRate[]) => void;
}

/** Rates per hour of single trades. */
export function TradeRates({ rates, trades, currency, onChange }: TradeRatesProps) {
  const { t } = useLingui();
  const change = (at: number, part: Partial<TypedRate>) =>
    onChange(rates.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <div role="group" aria-label={t`Rates of single trades`} className={classes.rates}>
      {rates.map((each, at) => {
        const fault = rateFault(each, rates, currency);
        const place = String(at + 1);
        return (
          <div key={place} className={classes.rate}>
            <Autocomplete
              aria-label={t`Trade ${place}`}
              placeholder={t`Trade`}
              data={[...trades]}
              value={each.trade}
              onChange={(trade) => change(at, { trade })}
            />
            <TextInput
              aria-label={t`Rate per hour ${place} (${currency})`}
              placeholder={t`Per hour, ${currency}`}
              inputMode="decimal"
              value={each.rate}
              error={fault !== null}
              onChange={(event) => change(at, { rate: event.currentTarget.value })}
            />
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t`Take out rate ${place}`}
              title={t`Take out`}
              onClick={() => onChange(rates.filter((_, index) => index !== at))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
            {fault !== null && <p className={classes.fault}>{fault}</p>}
          </div>
        );
      })}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...rates, { trade: '', rate: '' }])}
        >
          <Trans>Add a rate of a trade</Trans>
        </Button>
      </div>
    </div>
  );
}
