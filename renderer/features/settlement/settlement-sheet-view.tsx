import { Trans, useLingui } from '@lingui/react/macro';
import type { SettledItem } from '../../../shared/domain/settlement/settlement.ts';
import type { SettlementSheet, SheetStep } from '../../../shared/domain/settlement/settlement-sheet.ts';
import { amountText, moneyText, signedMoneyText } from '../../words/figures.ts';
import { ruleWords, stepWords, type SheetPlace } from '../../words/settlement/sheet-words.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';
import classes from './settlement.module.css';

interface SheetViewProps extends SheetPlace {
  readonly sheet: SettlementSheet;
  readonly items: readonly SettledItem[];
}

/** A settlement sheet: every step with its amount, what it changed and by which rule, then the same by item. */
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
      <details className={classes.more}>
        <summary>
          <Trans>Amounts by item</Trans>
        </summary>
        <ItemsTable sheet={sheet} items={items} currency={place.currency} />
      </details>
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

function ItemsTable({ sheet, items, currency }: Pick<SheetViewProps, 'sheet' | 'items' | 'currency'>) {
  const { t } = useLingui();
  const lines = new Map(sheet.lines.map((line) => [line.item, line]));
  const money = (amount: number | undefined) => (amount === undefined ? '–' : amountText({ amount, currency }));
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t`Amounts by item`}>
        <thead>
          <tr>
            <th scope="col">{t`Work`}</th>
            <th scope="col">{t`Trade`}</th>
            <th scope="col">{t`Room`}</th>
            <th scope="col" data-figure>{t`Quantity`}</th>
            <th scope="col" data-figure>{t`Price, ${currency}`}</th>
            <th scope="col" data-figure>{t`Paid, ${currency}`}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, text, trade, room, amountOf, unit, asApproved }) => {
            const line = lines.get(item);
            return (
              <tr key={item}>
                <th scope="row">
                  {text}
                  {!asApproved && <span className={classes.aside}>{t`not approved: as calculated`}</span>}
                </th>
                <td>{trade}</td>
                <td>{room ?? ''}</td>
                <td data-figure>{`${quantityText(amountOf)} ${unit}`.trim()}</td>
                <td data-figure>{money(line?.items)}</td>
                <td data-figure>{money(line?.result)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>{t`Together`}</th>
            <td data-figure>{money(sheet.steps[0]?.amount)}</td>
            <td data-figure>{money(sheet.result)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
