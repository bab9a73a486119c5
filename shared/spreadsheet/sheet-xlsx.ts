import { Zip, ZipDeflate, strToU8 } from 'fflate';
import { toMilliseconds } from '../domain/moment.ts';
import { minorUnitDigits } from '../domain/money.ts';
import { amountDigits, cleanText, localMilliseconds } from './cell-text.ts';
import { rowsInOneGo, type Cell, type Pause, type Sheet } from './sheet.ts';
import { escaped, fixedParts, formats, sheetNamespace, xmlHead } from './xlsx-parts.ts';

/**
 * An XLSX file: numbers, money, days and moments are what they say, and text is never a formula. The first row stays in
 * sight and filters; columns are as wide as what is in them. Made in turns, so that a screen stays alive.
 */
export async function sheetXlsx(sheet: Sheet, pause: Pause = async () => undefined): Promise<Uint8Array> {
  const { currencies, widths } = await looked(sheet, pause);
  const zipped = zipInTurns();
  for (const [path, text] of Object.entries(fixedParts(sheet.name, currencies.map(moneyFormat)))) {
    zipped.begin(path)(text, true);
  }
  const write = zipped.begin('xl/worksheets/sheet1.xml');
  write(sheetHead(sheet, widths), false);
  await pause(0);
  for (let done = 0; done < sheet.rows.length; done += rowsInOneGo) {
    const next = sheet.rows.slice(done, done + rowsInOneGo);
    write(next.map((row, index) => rowXml(row, done + index + 2, currencies)).join(''), false);
    await pause(Math.min(done + rowsInOneGo, sheet.rows.length));
  }
  write(sheetFoot(sheet), true);
  return zipped.end();
}

/*
 * The streaming half of fflate works where it is called. Its other half starts a worker from a blob for more than
 * 160 kB, which the policy of the page forbids: a short list would be exported, a long one never.
 */
function zipInTurns() {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((trouble, chunk) => {
    if (trouble) throw trouble;
    chunks.push(chunk);
  });
  return {
    begin: (path: string) => {
      const part = new ZipDeflate(path, { level: 6 });
      // The same cells give the same bytes: the day of making is not in the file.
      part.mtime = '1980-01-01T12:00:00';
      zip.add(part);
      return (text: string, last: boolean) => part.push(strToU8(text), last);
    },
    end: () => {
      zip.end();
      return joined(chunks);
    },
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function sheetHead(sheet: Sheet, widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${xmlHead}<worksheet xmlns="${sheetNamespace}"><sheetViews><sheetView workbookViewId="0" tabSelected="1">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`,
    `<row r="1">${sheet.headings.map((text, index) => textXml(text, address(index, 1), formats.head)).join('')}</row>`,
  ].join('');
}

function sheetFoot({ headings, rows }: Sheet): string {
  if (headings.length === 0) return '</sheetData></worksheet>';
  const last = address(headings.length - 1, rows.length + 1);
  return `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

function rowXml(row: readonly Cell[], number: number, currencies: readonly string[]): string {
  return `<row r="${number}">${row.map((cell, index) => cellXml(cell, address(index, number), currencies)).join('')}</row>`;
}

function cellXml(cell: Cell, at: string, currencies: readonly string[]): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
      return cell.text === '' ? '' : textXml(cell.text, at, formats.plain);
    case 'count':
      return Number.isFinite(cell.value) ? numberXml(String(cell.value), at, formats.plain) : '';
    case 'money':
      return numberXml(amountDigits(cell), at, formats.firstMoney + currencies.indexOf(cell.currency));
    case 'day':
      return dateXml(toMilliseconds(`${cell.day}T00:00:00.000Z`), at, formats.day) ?? textXml(cell.day, at, 0);
    case 'moment': {
      const local = localMilliseconds(cell.moment, cell.zone);
      return dateXml(local, at, formats.moment) ?? textXml(cell.moment, at, 0);
    }
  }
}

/** What a cell of Excel holds. */
const longestText = 32_767;

/** As text in place: no formula, and no list of texts that has to be kept until the end. */
function textXml(text: string, at: string, format: number): string {
  const cleaned = cleanText(text).replaceAll(/\r\n?/g, '\n');
  const held = cleaned.length > longestText ? `${cleanText(cleaned.slice(0, longestText - 1))}…` : cleaned;
  // `_x000a_` is how Excel writes a sign by its number; whoever typed that gets it as it was typed.
  const plain = held.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escaped(plain)}</t></is></c>`;
}

function numberXml(digits: string, at: string, format: number): string {
  return `<c r="${at}" s="${format}"><v>${digits}</v></c>`;
}

const dayLength = 86_400_000;

/** Excel counts days from 30 December 1899, and wrongly before March 1900: such a day, or none at all, is null. */
function dateXml(local: number, at: string, format: number): string | null {
  const days = Math.round(local / 1000) / (dayLength / 1000) + 25_569;
  return days >= 61 ? numberXml(String(days), at, format) : null;
}

function moneyFormat(currency: string): string {
  const behind = minorUnitDigits(currency);
  return `#,##0${behind === 0 ? '' : `.${'0'.repeat(behind)}`}\\ [$${currency.replaceAll(/[^A-Z]/g, '')}]`;
}

/** Looking at a row takes a small part of what writing it takes. */
const rowsLookedAt = 20 * rowsInOneGo;

/** What the head of the file says of all rows: the currencies, and how wide each column is. */
async function looked({ headings, rows }: Sheet, pause: Pause) {
  const currencies = new Set<string>();
  // The arrow of the filter needs its place too.
  const longest = headings.map(({ length }) => length + 3);
  for (let done = 0; done < rows.length; done += rowsLookedAt) {
    for (const row of rows.slice(done, done + rowsLookedAt)) {
      for (const cell of row) if (cell?.kind === 'money') currencies.add(cell.currency);
      for (const [column, most] of longest.entries()) {
        longest[column] = Math.max(most, widthOf(row[column] ?? null));
      }
    }
    await pause(0);
  }
  return { currencies: [...currencies], widths: longest.map((most) => Math.min(60, Math.max(6, most + 1))) };
}

function widthOf(cell: Cell): number {
  switch (cell?.kind) {
    case undefined:
      return 0;
    case 'text':
      return cell.text.length;
    case 'count':
      return String(cell.value).length;
    case 'money':
      return amountDigits(cell).length + 6;
    case 'day':
      return 10;
    case 'moment':
      return 16;
  }
}

/** `A1`, `AA12`. */
function address(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row}`;
}
