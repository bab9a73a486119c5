import { cleanText } from './cell-text.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What stands before every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The namespace of a sheet. */
export const sheetNamespace = main;

/** Text inside of XML; both kinds of quotes, so that it may stand in an attribute too. */
export function escaped(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => named[sign] ?? sign);
}

/** A name that Excel opens: none of its signs, up to 31 letters, and never empty. */
function sheetName(wanted: string): string {
  const cleaned = cleanText(wanted)
    .replaceAll(/[[\]/\\:*?\s]+/g, ' ')
    .slice(0, 31)
    // Half a letter may be left of the last one.
    .replace(/[\ud800-\udbff]$/, '')
    .replaceAll(/^['\s]+|['\s]+$/g, '');
  // Excel keeps that name for itself.
  return cleaned === '' || cleaned.toLowerCase() === 'history' ? 'Sheet1' : cleaned;
}

/** The formats that every file has; those of money follow them. */
export const formats = { plain: 0, head: 1, day: 2, moment: 3, firstMoney: 4 } as const;

/** The parts that say what the file is made of; `moneyFormats` are number formats, in the order of their cells. */
export function fixedParts(name: string, moneyFormats: readonly string[]): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typed}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typed}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${typed}.styles+xml"/></Types>`,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': styles(moneyFormats),
  };
}

function relations(...all: readonly (readonly [kind: string, target: string])[]): string {
  const each = all.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${document}/${kind}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

/** Numbers below 164 are Excel's own. */
const ownFormat = 164;

function styles(moneyFormats: readonly string[]): string {
  const codes = ['yyyy\\-mm\\-dd', 'yyyy\\-mm\\-dd\\ hh:mm', ...moneyFormats];
  const numbers = codes.map((code, index) => `<numFmt numFmtId="${ownFormat + index}" formatCode="${escaped(code)}"/>`);
  const format = (number: number, font: number) =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  const all = [format(0, 0), format(0, 1), ...codes.map((_, index) => format(ownFormat + index, 0))];
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return [
    `${xmlHead}<styleSheet xmlns="${main}">`,
    `<numFmts count="${codes.length}">${numbers.join('')}</numFmts>`,
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${all.length}">${all.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
