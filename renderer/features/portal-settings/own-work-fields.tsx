import { Switch, TagsInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { usePriceLists } from '../../bindings/use-price-lists.ts';
import type { RulesFieldsProps } from './cash-fields.tsx';
import classes from './portal-settings.module.css';
import { SumField } from './sum-field.tsx';
import { TradeRates } from './trade-rates.tsx';
import { readHoursFactor, readOptional } from './typed-rules.ts';

/** What the customer's own work is paid with. */
export function OwnWorkFields({ typed, currency, onChange, portal }: RulesFieldsProps & { readonly portal: string }) {
  const { t } = useLingui();
  const trades = useTrades(portal);
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>Customer's own work</Trans>
      </legend>
      <div className={classes.form}>
        <SumField
          label={t`Usual rate per hour (${currency})`}
          description={t`In every trade without a rate of its own. Empty means none.`}
          currency={currency}
          value={typed.usualRate}
          onChange={(usualRate) => onChange({ usualRate })}
        />
        <TradeRates rates={typed.rates} trades={trades} currency={currency} onChange={(rates) => onChange({ rates })} />
        <TextInput
          label={t`Hours that count, of a craftsman's (%)`}
          description={t`Somebody without practice needs longer: 125 pays a quarter more hours than a craftsman takes.`}
          className={classes.limit}
          inputMode="decimal"
          value={typed.hoursFactor}
          error={readHoursFactor(typed.hoursFactor).error}
          onChange={(event) => onChange({ hoursFactor: event.currentTarget.value })}
        />
        <TextInput
          label={t`Without hours, of the price (%)`}
          description={t`What an item is paid with whose hours are not known. Empty means that hours have to be entered.`}
          className={classes.limit}
          inputMode="decimal"
          value={typed.percentOfPrice}
          error={readOptional(typed.percentOfPrice).error}
          onChange={(event) => onChange({ percentOfPrice: event.currentTarget.value })}
        />
        <Switch
          label={t`Hours and rate are agreed with the customer before`}
          description={t`Whoever gives the work to the customer says that it is so.`}
          checked={typed.agreedBefore}
          onChange={(event) => onChange({ agreedBefore: event.currentTarget.checked })}
        />
        <TagsInput
          label={t`Trades left out`}
          description={t`What the customer may not do, electricity for one: written as in the work plan, Enter after each.`}
          className={classes.limit}
          data={[...trades]}
          maxTags={100}
          clearable
          clearButtonProps={{ 'aria-label': t`Leave no trade out` }}
          value={[...typed.excludedTrades]}
          onChange={(excludedTrades) => onChange({ excludedTrades })}
        />
      </div>
    </fieldset>
  );
}

/** The trades of the portal's price lists, as they are written there. */
function useTrades(portal: string): readonly string[] {
  const held = usePriceLists(portal);
  return useMemo(() => {
    const items = held.phase === 'held' ? held.lists.flatMap((list) => list.items) : [];
    return [...new Set(items.map(({ trade }) => trade))].filter((trade) => trade !== '').toSorted();
  }, [held]);
}
