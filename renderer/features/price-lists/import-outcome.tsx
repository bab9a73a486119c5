import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { ImportedPrices } from '../../../shared/contract/price-lists.ts';
import { ItemTable } from './item-table.tsx';
import { validityWords } from './price-list-words.ts';
import classes from './price-lists.module.css';

/** Rows that are told one by one. */
const mostRows = 100;

interface ImportOutcomeProps {
  readonly found: ImportedPrices;
  readonly currency: string;
}

/** What came, or would come, of the file. It takes the focus: it is what is read next. */
export function ImportOutcome({ found, currency }: ImportOutcomeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [found]);
  return (
    <div ref={box} className={classes.result} role="status" tabIndex={-1}>
      {found.list === null ? <Faults messages={found.messages} /> : <Taken found={found} currency={currency} />}
    </div>
  );
}

function Faults({ messages }: Pick<ImportedPrices, 'messages'>) {
  const more = messages.length - mostRows;
  return (
    <>
      <p className={classes.heading}>
        <Plural
          value={messages.length}
          one="# row is wrong, so nothing is taken. Mend the file, or say above how it is written, and check again."
          other="# rows are wrong, so nothing is taken. Mend the file, or say above how it is written, and check again."
        />
      </p>
      <ul className={classes.faults}>
        {messages.slice(0, mostRows).map(({ row, text }) => (
          <li key={`${row} ${text}`}>{text}</li>
        ))}
      </ul>
      {more > 0 && <Plural value={more} one="and # more" other="and # more" />}
    </>
  );
}

function Taken({ found, currency }: ImportOutcomeProps) {
  const { t } = useLingui();
  const { dryRun, list, rows, replaced, ended, overlapping, first } = found;
  const name = list?.name ?? '';
  const valid = list ? validityWords(list) : '';
  return (
    <>
      <p className={classes.heading}>
        {dryRun ? (
          <Trans>
            {name}, valid {valid}: <Plural value={rows} one="# item" other="# items" />. Nothing is written yet.
          </Trans>
        ) : (
          <Trans>
            {name}, valid {valid}, is there with <Plural value={rows} one="# item" other="# items" />.
          </Trans>
        )}
      </p>
      <ul className={classes.lines}>
        {replaced && (
          <li>
            <Trans>It takes the place of the list of this name with the same first day.</Trans>
          </li>
        )}
        {ended.map((each) => (
          <li key={each.id}>
            <Trans>The earlier list is valid {validityWords(each)}.</Trans>
          </li>
        ))}
        {overlapping.map((each) => (
          <li key={each.id}>
            <Trans>
              Another list of this name is valid {validityWords(each)}. On a day of both the one that began later says
              the price.
            </Trans>
          </li>
        ))}
      </ul>
      <ItemTable label={t`The first items`} currency={currency} items={first} />
    </>
  );
}
