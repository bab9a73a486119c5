import { sheetCsvInTurns, type CsvSigns } from '../../../../shared/spreadsheet/sheet-csv.ts';
import type { Pause, Sheet } from '../../../../shared/spreadsheet/sheet.ts';
import { formatLocale } from '../../../words/figures.ts';

/** What a list can be saved as. */
export const listFormats = ['xlsx', 'csv-semicolon', 'csv-comma', 'csv-tab'] as const;

/** One of them. */
export type ListFormat = (typeof listFormats)[number];

/** The bytes of the file. Only who asks for XLSX loads what writes it. */
export async function listFile(sheet: Sheet, format: ListFormat, pause: Pause): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const { sheetXlsx } = await import('../../../../shared/spreadsheet/sheet-xlsx.ts');
    return sheetXlsx(sheet, pause);
  }
  return new TextEncoder().encode(await sheetCsvInTurns(sheet, csvSigns(format), pause));
}

/** The signs of a CSV format. The tab leaves the decimal sign to the place. */
function csvSigns(format: Exclude<ListFormat, 'xlsx'>): CsvSigns {
  if (format === 'csv-semicolon') return { separator: ';', decimalSign: ',' };
  if (format === 'csv-comma') return { separator: ',', decimalSign: '.' };
  return { separator: '\t', decimalSign: decimalSignHere() };
}

/** The CSV that the spreadsheet programs of the place open rightly. */
export function csvOfThePlace(): ListFormat {
  return decimalSignHere() === ',' ? 'csv-semicolon' : 'csv-comma';
}

function decimalSignHere(): ',' | '.' {
  const parts = new Intl.NumberFormat(formatLocale()).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}
