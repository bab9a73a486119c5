import { shown, type CellFault } from './row-message.ts';

/** What is wrong with a text, without its column. */
export type TextFault = Omit<CellFault, 'column'>;

/** No cell of a claim is longer. */
const longestCell = 2000;
/** Control characters that no text has, halves of characters, and what stands where a character was lost. */
const noText = /[^\P{Cc}\t\r\n]|\p{Cs}|\ufffd/u;
/** What Excel and others write where a formula has no value, or a column is too narrow to show it. */
const spreadsheetError = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|#+)$/i;

/** What makes a cell unfit whatever it is meant to say. */
export function unfitText(cell: string): TextFault | null {
  if (cell.length > longestCell) {
    return { wrong: `${shown(cell)} is too long`, expected: `${longestCell} characters at most` };
  }
  if (spreadsheetError.test(cell)) {
    return { wrong: `${shown(cell)} is an error of the spreadsheet`, expected: 'a value, or an empty cell' };
  }
  if (!noText.test(cell)) return null;
  return { wrong: `${shown(cell)} has characters that are lost or no text`, expected: 'the file in UTF-8' };
}

/** A long number as a spreadsheet shows it, `2.02601E+11`: several numbers have become the same text. */
export function lostDigits(cell: string): TextFault | null {
  if (!/^-?\d(?:[.,]\d+)?E\+\d{2,3}$/i.test(cell)) return null;
  const expected = 'all of its digits: the column formatted as text before the file is saved';
  return { wrong: `${shown(cell)} has lost digits in a spreadsheet`, expected };
}

/** A code that the United States give to a place has five digits, or nine; spreadsheets drop its leading zeros. */
export function oddPostalCode(cell: string, country: string): TextFault | null {
  const american = /^(?:US|USA|United States)$/i.test(country.trim());
  if (!american || /^\d{5}(?:-?\d{4})?$/.test(cell)) return lostDigits(cell);
  return { wrong: `${shown(cell)} is no ZIP code, and was kept`, expected: 'five digits, also where the first is a 0' };
}
