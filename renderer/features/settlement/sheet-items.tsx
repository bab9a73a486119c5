import { useLingui } from '@lingui/react/macro';
import type { SettledItem } from '../../../shared/domain/settlement/settlement.ts';
import type { SettlementSheet } from '../../../shared/domain/settlement/settlement-sheet.ts';
import { amountText } from '../../words/figures.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';
import classes from './settlement.module.css';

interface SheetItemsProps {
  readonly sheet: SettlementSheet;
  readonly items: readonly SettledItem[];
  readonly currency: string;
}

/** The items of a settlement as they were, each with what the customer is paid for it. */
export function SheetItems({ sheet, items, currency }: SheetItemsProps) {
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
          {items.map(({ item, text, trade, room, amountOf, unit, asApproved }) => (
            <tr key={item}>
              <th scope="row">
                {text}
                {!asApproved && <span className={classes.aside}>{t`not approved: as calculated`}</span>}
              </th>
              <td>{trade}</td>
              <td>{room ?? ''}</td>
              <td data-figure>{`${quantityText(amountOf)} ${unit}`.trim()}</td>
              <td data-figure>{money(lines.get(item)?.items)}</td>
              <td data-figure>{money(lines.get(item)?.result)}</td>
            </tr>
          ))}
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
