import { Group, Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { decimalSigns, separators, type ReportFileQuery } from '../../../shared/contract/reports.ts';
import { formatLocale } from '../../words/figures.ts';

/** The signs with which the spreadsheet program here reads a CSV file. */
export type CsvSigns = Omit<ReportFileQuery, 'format'>;

/** As spreadsheet programs of the format locale have it: where the comma is in amounts, cells are parted by semicolons. */
export function usualSigns(): CsvSigns {
  const comma = new Intl.NumberFormat(formatLocale()).format(1.5).includes(',');
  return comma ? { separator: 'semicolon', decimals: 'comma' } : { separator: 'comma', decimals: 'point' };
}

interface CsvSignFieldsProps {
  readonly signs: CsvSigns;
  readonly onChange: (signs: CsvSigns) => void;
}

/** How CSV files are written; XLSX needs no such choice. */
export function CsvSignFields({ signs, onChange }: CsvSignFieldsProps) {
  const { t } = useLingui();
  const parted: Readonly<Record<CsvSigns['separator'], string>> = {
    comma: t`Comma (,)`,
    semicolon: t`Semicolon (;)`,
    tab: t`Tab`,
  };
  const written: Readonly<Record<CsvSigns['decimals'], string>> = { point: t`Point (1.50)`, comma: t`Comma (1,50)` };
  return (
    <Group gap={12} role="group" aria-label={t`How CSV is written`}>
      <Select
        label={t`CSV: separator`}
        allowDeselect={false}
        w={170}
        value={signs.separator}
        data={namesOf(separators).map((value) => ({ value, label: parted[value] }))}
        onChange={(separator) => separator && onChange({ ...signs, separator })}
      />
      <Select
        label={t`CSV: decimal sign`}
        allowDeselect={false}
        w={170}
        value={signs.decimals}
        data={namesOf(decimalSigns).map((value) => ({ value, label: written[value] }))}
        onChange={(decimals) => decimals && onChange({ ...signs, decimals })}
      />
    </Group>
  );
}

function namesOf<Name extends string>(signs: Readonly<Record<Name, string>>): readonly Name[] {
  // The keys of a closed table.
  return Object.keys(signs) as Name[];
}
