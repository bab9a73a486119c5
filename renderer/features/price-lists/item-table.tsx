import { useLingui } from '@lingui/react/macro';
import type { PriceItem } from '../../../shared/domain/price-list/price-list.ts';
import { quantityParts } from '../../../shared/domain/work-plan/quantity.ts';
import { moneyText } from '../../words/figures.ts';
import { fieldWords } from './price-list-words.ts';
import classes from './price-lists.module.css';

interface ItemTableProps {
  readonly label: string;
  readonly currency: string;
  readonly items: readonly PriceItem[];
}

/** Items with what a unit costs. */
export function ItemTable({ label, currency, items }: ItemTableProps) {
  const { i18n } = useLingui();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keys too
    <div className={classes.items} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{fieldWords('code')}</th>
            <th scope="col">{fieldWords('text')}</th>
            <th scope="col">{fieldWords('trade')}</th>
            <th scope="col">{fieldWords('unit')}</th>
            <th scope="col" className={classes.number}>
              {fieldWords('unitPrice')}
            </th>
            <th scope="col" className={classes.number}>
              {fieldWords('hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ code, text, trade, unit, unitPrice, hours }) => (
            <tr key={code}>
              <th scope="row">{code}</th>
              <td className={classes.text}>{text}</td>
              <td>{trade}</td>
              <td>{unit}</td>
              <td className={classes.number}>{moneyText({ amount: unitPrice, currency })}</td>
              <td className={classes.number}>
                {hours === undefined ? '' : i18n.number(hours / quantityParts, { maximumFractionDigits: 4 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
