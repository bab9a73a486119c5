/** The fields of an item that a column can have; the last two may be left out. */
export const priceFields = ['code', 'text', 'unit', 'unitPrice', 'trade', 'hours'] as const;

/** One of them. */
export type PriceField = (typeof priceFields)[number];

/** Fields that every row has. */
export const neededFields: readonly PriceField[] = ['code', 'text', 'unit', 'unitPrice'];

const delimiters = [';', '\t', '|', ','] as const;

/** What the first lines of a file look like, before anybody has said which column is what. */
export interface TableTop {
  readonly delimiter: (typeof delimiters)[number];
  readonly headings: readonly string[];
  /** The first rows below the headings. */
  readonly rows: readonly (readonly string[])[];
}

const shownRows = 3;

/**
 * The top of a table as a preview shows it. The delimiter is the one that parts the headings most: rows are not asked,
 * because decimal commas would speak for a comma.
 */
export function topOf(text: string, skipLines: number): TableTop {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/, skipLines + 1 + shownRows)
    .slice(skipLines);
  const [head = '', ...rows] = lines;
  const [delimiter = ';'] = delimiters.toSorted((one, other) => head.split(other).length - head.split(one).length);
  const cut = (line: string): readonly string[] => line.split(delimiter).map((cell) => cell.trim());
  return { delimiter, headings: cut(head), rows: rows.filter((row) => row.trim() !== '').map(cut) };
}

/** How such columns are headed, in the languages of the price lists that we know. */
const usualHeadings: Readonly<Record<PriceField, RegExp>> = {
  code: /^(code|item|koodi|nimiketunnus|tuotekoodi|kod|artikel(nr|nummer)?|nr|nummer|varenr|kood)\b/i,
  text: /^(text|description|name|selite|kuvaus|nimike|nimi|benämning|beskrivning|beskrivelse|bezeichnung|kirjeldus)/i,
  unit: /^(unit|yksikkö|yks|enhet|enhed|einheit|ühik)/i,
  unitPrice: /^(unit ?price|price|hinta|yksikköhinta|á-?hinta|pris|à-?pris|enhetspris|preis|einzelpreis|hind)/i,
  trade: /^(trade|ala|työlaji|yrke|fag|gewerk|eriala)/i,
  hours: /^(hours|time|tunnit|aika|timmar|tid|timer|stunden|tunnid)/i,
};

/** Which heading is probably which field; the user sees it and says otherwise. */
export function guessColumns(headings: readonly string[]): Readonly<Partial<Record<PriceField, string>>> {
  const guessed: Partial<Record<PriceField, string>> = {};
  for (const field of ['unitPrice', 'code', 'text', 'unit', 'trade', 'hours'] as const) {
    const taken = Object.values(guessed);
    const found = headings.find((heading) => usualHeadings[field].test(heading) && !taken.includes(heading));
    if (found !== undefined) guessed[field] = found;
  }
  return guessed;
}

/** A comma where a cell of the preview has one before its last digits. */
export function guessDecimalSign({ rows }: Pick<TableTop, 'rows'>): ',' | '.' {
  const cells = rows.flat();
  return cells.some((cell) => /^\d[\d .'’\u00a0\u202f]*,\d{1,4}$/.test(cell)) ? ',' : '.';
}
