import { amountDigits, cleanText, localTimeText } from './cell-text.ts';
import { rowsInOneGo, type Cell, type Pause, type Sheet } from './sheet.ts';

/** How the spreadsheet programs of a place read a CSV file: in Finland `;` and `,`, in Britain `,` and `.`. */
export interface CsvSigns {
  readonly separator: ',' | ';' | '\t';
  readonly decimalSign: '.' | ',';
}

const byteOrderMark = '\ufeff';

/** A CSV file as text. It begins with the byte order mark, without which Excel takes UTF-8 for something else. */
export function sheetCsv(sheet: Sheet, signs: CsvSigns): string {
  return byteOrderMark + [headLine(sheet, signs), ...sheet.rows.map((row) => line(row, signs))].join('');
}

/** The same file, made in turns so that a screen stays alive. */
export async function sheetCsvInTurns(sheet: Sheet, signs: CsvSigns, pause: Pause): Promise<string> {
  const parts = [byteOrderMark, headLine(sheet, signs)];
  for (let done = 0; done < sheet.rows.length; done += rowsInOneGo) {
    parts.push(...sheet.rows.slice(done, done + rowsInOneGo).map((row) => line(row, signs)));
    await pause(Math.min(done + rowsInOneGo, sheet.rows.length));
  }
  return parts.join('');
}

function headLine({ headings }: Sheet, signs: CsvSigns): string {
  return line(
    headings.map((text) => ({ kind: 'text', text })),
    signs,
  );
}

function line(row: readonly Cell[], signs: CsvSigns): string {
  return `${row.map((cell) => quoted(field(cell, signs), signs)).join(signs.separator)}\r\n`;
}

function field(cell: Cell, { decimalSign }: CsvSigns): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
      return defused(cleanText(cell.text));
    case 'count':
      return Number.isFinite(cell.value) ? String(cell.value).replace('.', decimalSign) : '';
    case 'money':
      return amountDigits(cell).replace('.', decimalSign);
    case 'day':
      return defused(cleanText(cell.day));
    case 'moment':
      return localTimeText(cell.moment, cell.zone);
  }
}

/**
 * What a spreadsheet program would take for a formula, also one set up for Japanese with its wide signs, it shows: a text
 * that begins with an apostrophe is text.
 */
function defused(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string, { separator }: CsvSigns): string {
  const plain = !text.includes(separator) && !/["\r\n]|^\s|\s$/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
