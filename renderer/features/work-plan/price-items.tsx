import { Checkbox, TextInput } from '@mantine/core';
import { Plural, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { searchItems } from '../../../shared/domain/price-list/search-items.ts';
import type { PriceItem, PriceList } from '../../../shared/domain/price-list/price-list.ts';
import { readQuantity } from '../../../shared/domain/work-plan/quantity.ts';
import { moneyText } from '../../words/figures.ts';
import { quantityFaultWords } from '../../words/work-plan/quantity-words.ts';
import classes from './plan.module.css';

/** What is ticked, by its code, with the quantity that was typed. */
export type Picked = ReadonlyMap<string, { readonly item: PriceItem; readonly quantity: string }>;

interface PriceItemsProps {
  readonly list: PriceList;
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
}

/** How many are listed; a few letters more find the others. */
const mostListed = 50;

/** The items of a list that fit what is typed; those that are ticked stay in sight. */
export function PriceItems({ list, picked, onPick }: PriceItemsProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed);
  const found = useMemo(() => searchItems(list, sought), [list, sought]);
  const listed = found.filter(({ code }) => !picked.has(code)).slice(0, mostListed);
  const more =
    found.length - listed.length - [...picked.keys()].filter((code) => found.some((each) => each.code === code)).length;
  const put = (item: PriceItem, quantity: string | null) => {
    const next = new Map(picked);
    if (quantity === null) next.delete(item.code);
    else next.set(item.code, { item, quantity });
    onPick(next);
  };
  return (
    <>
      <TextInput
        label={t`Search`}
        placeholder={t`Code, or words of the text`}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={classes.prices} aria-label={t`Items of the list`}>
        {[...picked.values()].map(({ item, quantity }) => (
          <PriceRow key={item.code} item={item} quantity={quantity} currency={list.currency} put={put} />
        ))}
        {listed.map((item) => (
          <PriceRow key={item.code} item={item} quantity={null} currency={list.currency} put={put} />
        ))}
      </ul>
      <p role="status" className={classes.counted}>
        {found.length === 0 ? (
          t`Nothing in this list fits.`
        ) : more > 0 ? (
          <Plural value={more} one="and # more: type on." other="and # more: type on." />
        ) : null}
      </p>
    </>
  );
}

interface PriceRowProps {
  readonly item: PriceItem;
  /** null where it is not ticked. */
  readonly quantity: string | null;
  readonly currency: string;
  readonly put: (item: PriceItem, quantity: string | null) => void;
}

function PriceRow({ item, quantity, currency, put }: PriceRowProps) {
  const { t } = useLingui();
  const { code, text, unit, trade, unitPrice } = item;
  const read = quantity === null || quantity === '' ? 0 : readQuantity(quantity);
  return (
    <li className={classes.price} data-picked={quantity !== null || undefined}>
      <Checkbox
        checked={quantity !== null}
        onChange={(event) => put(item, event.currentTarget.checked ? '' : null)}
        label={
          <>
            <span className={classes.code}>{code}</span> {text}
          </>
        }
        description={trade}
      />
      <span className={classes.figure}>{t`${moneyText({ amount: unitPrice, currency })} / ${unit}`}</span>
      {quantity !== null && (
        <TextInput
          aria-label={t`Quantity of ${text}`}
          placeholder={t`Quantity, ${unit}`}
          value={quantity}
          maxLength={200}
          error={typeof read === 'number' ? null : quantityFaultWords(read.fault)}
          onChange={(event) => put(item, event.currentTarget.value)}
        />
      )}
    </li>
  );
}
