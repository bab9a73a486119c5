import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import type { PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import { searchItems } from '../../../shared/domain/price-list/search-items.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Working } from '../../ui/working.tsx';
import { ItemTable } from './item-table.tsx';
import { priceTroubleWords } from './price-list-words.ts';
import classes from './price-lists.module.css';
import { usePriceItems } from './use-price-list-heads.ts';

/** Rows that are shown at once; a search finds the others. */
const mostShown = 200;

/** What is in a price list, to be searched. */
export function ListItems({ portal, list }: { readonly portal: string; readonly list: PriceListHead }) {
  const { t, i18n } = useLingui();
  const { data: answer, refetch } = usePriceItems(portal, list);
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed);
  if (!answer)
    return (
      <Working>
        <Trans>Reading {list.name}…</Trans>
      </Working>
    );
  if (answer.kind !== 'ok')
    return (
      <ErrorState
        title={t`The items cannot be shown`}
        action={
          <Button variant="default" onClick={() => void refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {priceTroubleWords(answer)}
      </ErrorState>
    );
  const found = searchItems({ items: answer.value }, sought);
  const [shown, all] = [i18n.number(Math.min(found.length, mostShown)), i18n.number(found.length)];
  return (
    <section className={classes.panel} aria-label={list.name}>
      <TextInput
        label={t`Search in ${list.name}`}
        description={t`A code from its beginning, or words of the text.`}
        className={classes.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className={classes.note} role="status">
        {found.length === 0 ? (
          <Trans>No item fits. Search for fewer words.</Trans>
        ) : (
          <Trans>
            {shown} of {all} items
          </Trans>
        )}
      </p>
      {found.length > 0 && (
        <ItemTable label={t`Items of ${list.name}`} currency={list.currency} items={found.slice(0, mostShown)} />
      )}
    </section>
  );
}
