import { useLingui } from '@lingui/react/macro';
import type { SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import { amountText } from '../../words/figures.ts';
import { formulaNumber, quantityText } from '../../words/work-plan/quantity-words.ts';
import { useCaseView, type Draft } from '../case/frame.ts';
import { ItemField } from './item-field.tsx';
import type { SettleDraft } from './settle-draft.ts';
import classes from './settlement.module.css';
import type { Settling } from './use-settling.ts';

interface GoingItemsProps {
  readonly kind: SettlementKind;
  readonly draft: Draft<SettleDraft>;
  readonly settling: Settling;
}

/** The items that go, with what is entered for each and what the customer is paid for it. */
export function GoingItems({ kind, draft, settling }: GoingItemsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { items, sheet, known, faults } = settling;
  const { currency } = open.standing.settings;
  const { value, change, keep } = draft;
  const lines = new Map(sheet.lines.map((line) => [line.item, line]));
  const money = (amount: number | undefined) => (amount === undefined ? '–' : amountText({ amount, currency }));
  if (items.length === 0) return null;
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t`What goes to the customer`}>
        <thead>
          <tr>
            <th scope="col">{t`Work`}</th>
            <th scope="col">{t`Trade`}</th>
            <th scope="col">{t`Room`}</th>
            <th scope="col" data-figure>{t`Quantity`}</th>
            <th scope="col" data-figure>{t`Price, ${currency}`}</th>
            {kind === 'customerOwnWork' && <th scope="col">{t`Hours`}</th>}
            <th scope="col">{t`Age, %`}</th>
            <th scope="col" data-figure>{t`Paid, ${currency}`}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, text, trade, room, amountOf, unit, asApproved }) => {
            const line = lines.get(item);
            const hours = known.get(item);
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
                {kind === 'customerOwnWork' && (
                  <td>
                    <ItemField
                      label={t`Hours: ${text}`}
                      value={value.hours[item] ?? (hours === undefined ? '' : formulaNumber(hours))}
                      fault={faults.hours.get(item) ?? null}
                      onChange={(typed) => change({ hours: { ...value.hours, [item]: typed } })}
                      onBlur={keep}
                    />
                    {value.hours[item] === undefined && hours !== undefined && (
                      <span className={classes.aside}>{t`from the price list`}</span>
                    )}
                  </td>
                )}
                <td>
                  <ItemField
                    label={t`Age deduction: ${text}`}
                    placeholder={value.allAges}
                    value={value.ages[item] ?? ''}
                    fault={faults.ages.get(item) ?? null}
                    onChange={(typed) => change({ ages: { ...value.ages, [item]: typed } })}
                    onBlur={keep}
                  />
                </td>
                <td data-figure>{money(line?.result)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
