import { Checkbox, NumberInput, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { neededFields, priceFields, type TableTop } from './guess-columns.ts';
import { fieldWords } from './price-list-words.ts';
import classes from './price-lists.module.css';
import type { PriceFileForm } from './use-price-file.ts';

interface ColumnFieldsProps {
  readonly form: PriceFileForm;
  readonly top: TableTop;
}

const thousandsSigns = ['', ' ', '.', ',', "'"] as const;

/** Which column is what, beside what the file looks like. */
export function ColumnFields({ form: { typed, change }, top }: ColumnFieldsProps) {
  const { t } = useLingui();
  const headings = [...new Set(top.headings)].filter((heading) => heading !== '');
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>What the file looks like</Trans>
      </legend>
      <Preview top={top} />
      <div className={classes.fields}>
        {priceFields.map((field) => (
          <Select
            key={field}
            label={fieldWords(field)}
            placeholder={neededFields.includes(field) ? t`Choose the column` : t`None`}
            clearable={!neededFields.includes(field)}
            allowDeselect={false}
            // A heading that the file has not (any more, with other lines above it) is not chosen.
            value={headings.find((heading) => heading === typed.columns[field]) ?? null}
            data={headings}
            onChange={(heading) => change({ columns: { ...typed.columns, [field]: heading ?? undefined } })}
          />
        ))}
      </div>
      <Writing typed={typed} change={change} />
    </fieldset>
  );
}

function Preview({ top: { headings, rows } }: { readonly top: TableTop }) {
  const { t } = useLingui();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, by keys too
    <div className={classes.wide} role="region" aria-label={t`The first rows`} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {headings.map((heading, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns never move, and headings may be the same
              <th key={place} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a file never move
            <tr key={row}>
              {headings.map((_, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- as the columns
                <td key={place}>{cells[place]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Writing({ typed, change }: Pick<PriceFileForm, 'typed' | 'change'>) {
  const { t } = useLingui();
  const thousands = {
    '': t`Nothing`,
    ' ': t`A space (1 250)`,
    '.': t`A point (1.250)`,
    ',': t`A comma (1,250)`,
    "'": t`An apostrophe (1’250)`,
  };
  return (
    <>
      <div className={classes.fields}>
        <Select
          label={t`Decimals are behind`}
          allowDeselect={false}
          value={typed.decimalSign}
          data={[
            { value: ',', label: t`A comma (12,50)` },
            { value: '.', label: t`A point (12.50)` },
          ]}
          onChange={(sign) => change({ decimalSign: sign === '.' ? '.' : ',' })}
        />
        <Select
          label={t`Thousands are parted by`}
          allowDeselect={false}
          value={typed.thousandsSign}
          data={thousandsSigns.map((value) => ({ value, label: thousands[value] }))}
          onChange={(sign) => change({ thousandsSign: thousandsSigns.find((each) => each === sign) ?? '' })}
        />
        <NumberInput
          label={t`Lines above the headings`}
          min={0}
          max={100}
          allowDecimal={false}
          value={typed.skipLines}
          onChange={(lines) => change({ skipLines: Math.min(100, Math.max(0, Number(lines) || 0)) })}
        />
      </div>
      <Checkbox
        label={t`Quotation marks stand around cells, and are no inch marks`}
        checked={typed.quotes === 'around-cells'}
        onChange={(event) => change({ quotes: event.currentTarget.checked ? 'around-cells' : 'letters' })}
      />
    </>
  );
}
