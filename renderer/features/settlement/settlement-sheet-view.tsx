import { Trans, useLingui } from '@lingui/react/macro';
import type { SettledItem } from '../../../shared/domain/settlement/settlement.ts';
import type { SettlementSheet, SheetStep } from '../../../shared/domain/settlement/settlement-sheet.ts';
import { moneyText, signedMoneyText } from '../../words/figures.ts';
import { ruleWords, stepWords, type SheetPlace } from '../../words/settlement/sheet-words.ts';
import classes from './settlement.module.css';
import { SheetItems } from './sheet-items.tsx';

interface SheetViewProps extends SheetPlace {
  readonly sheet: SettlementSheet;
  /** Left out where they stand beside it already. */
  readonly items?: readonly SettledItem[];
}

/** A settlement sheet: every step with its amount, what it changed and by which rule, and what it comes to by item. */
export function SettlementSheetView({ sheet, items, ...place }: SheetViewProps) {
  const { t } = useLingui();
  const later = moneyText({ amount: sheet.vatOnReceipt, currency: place.currency });
  return (
    <div className={classes.sheet}>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={t`Settlement sheet`}>
          <thead>
            <tr>
              <th scope="col">{t`Step`}</th>
              <th scope="col" data-figure>{t`Change`}</th>
              <th scope="col" data-figure>{t`Amount`}</th>
              <th scope="col">{t`By which rule`}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.steps.map((step) => (
              <StepRow key={step.step} step={step} place={place} />
            ))}
          </tbody>
        </table>
      </div>
      {sheet.vatOnReceipt > 0 && (
        <p className={classes.note}>
          <Trans>VAT of {later} is paid beside it once a receipt shows it; it is not in the amounts above.</Trans>
        </p>
      )}
      {items && <SheetItems sheet={sheet} items={items} currency={place.currency} />}
    </div>
  );
}

function StepRow({ step, place }: { readonly step: SheetStep; readonly place: SheetPlace }) {
  const { currency } = place;
  return (
    <tr data-step={step.step}>
      <th scope="row">{stepWords(step.step)}</th>
      <td data-figure>{step.change === 0 ? '–' : signedMoneyText({ amount: step.change, currency })}</td>
      <td data-figure>{moneyText({ amount: step.amount, currency })}</td>
      <td>
        {step.rules.map((rule) => {
          const words = ruleWords(rule, place);
          return (
            <span key={words} className={classes.rule}>
              {words}
            </span>
          );
        })}
      </td>
    </tr>
  );
}
