import { Radio, Switch, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { cashVatWords } from '../../words/settlement/rules-words.ts';
import classes from './portal-settings.module.css';
import { SumField } from './sum-field.tsx';
import { readNeeded, type TypedRules } from './typed-rules.ts';

/** What the fields of the rules work with. */
export interface RulesFieldsProps {
  readonly typed: TypedRules;
  readonly currency: string;
  readonly onChange: (part: Partial<TypedRules>) => void;
}

const ways = ['on-receipt', 'excluded'] as const;

/** How a cash offer is paid. */
export function CashFields({ typed, currency, onChange }: RulesFieldsProps) {
  const { t } = useLingui();
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>Cash offer</Trans>
      </legend>
      <div className={classes.form}>
        <TextInput
          label={t`Paid of the price (%)`}
          description={t`What of an item's price the customer is paid: the approved price, or else the calculated one.`}
          className={classes.limit}
          inputMode="decimal"
          value={typed.cashPercent}
          error={readNeeded(typed.cashPercent).error}
          onChange={(event) => onChange({ cashPercent: event.currentTarget.value })}
          data-autofocus
        />
        <Radio.Group
          label={t`VAT of a cash offer`}
          value={typed.vat}
          onChange={(value) => onChange({ vat: ways.find((way) => way === value) ?? typed.vat })}
        >
          <div className={classes.choices}>
            {ways.map((way) => (
              <Radio key={way} value={way} label={cashVatWords(way)} />
            ))}
          </div>
        </Radio.Group>
        <SumField
          label={t`Most in a trade (${currency})`}
          description={t`Of all cash offers of a case together. Empty means no cap.`}
          currency={currency}
          value={typed.capPerTrade}
          onChange={(capPerTrade) => onChange({ capPerTrade })}
        />
        <SumField
          label={t`Most in all (${currency})`}
          description={t`Of all cash offers of a case together. Empty means no cap.`}
          currency={currency}
          value={typed.capTotal}
          onChange={(capTotal) => onChange({ capTotal })}
        />
        <SumField
          label={t`All trips together (${currency})`}
          description={t`One sum for every trip of an offer. Empty means each as it was calculated.`}
          currency={currency}
          value={typed.travelFlat}
          onChange={(travelFlat) => onChange({ travelFlat })}
        />
        <Switch
          label={t`Consent of others is needed`}
          description={t`Whoever makes the offer says that others agree, a mortgagee for one.`}
          checked={typed.consentNeeded}
          onChange={(event) => onChange({ consentNeeded: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}
