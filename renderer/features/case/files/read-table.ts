import papaparse from 'papaparse';

type Rows = readonly (readonly string[])[];

/** A table in text, each cell as written. */
export interface TextTable {
  /** Lines above the headings, as people put them there. */
  readonly titles: readonly string[];
  readonly head: readonly string[];
  readonly lines: Rows;
}

/** Where two fit as well: amounts with decimal commas make a comma fit by chance. */
const delimiters = [';', '\t', '|', ','] as const;

/** Reads at most so many lines, and one more by which it is seen that there are more. */
export function readTable(text: string, most: number): TextTable {
  const bare = text.replace(/^\uFEFF/, '');
  // Excel's own line, which names the delimiter and is no row.
  const [line = '', named] = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/.exec(bare) ?? [];
  const rows = named ? parse(bare.slice(line.length), named, most + 2) : bestOf(bare, most + 2);
  const usual = usualWidth(rows);
  const start = Math.max(
    0,
    rows.findIndex((row) => row.length >= usual),
  );
  const [first = [], ...lines] = rows.slice(start);
  // A line longer than the first one shows all it has.
  const width = Math.max(first.length, ...lines.map((each) => each.length));
  const head = Array.from({ length: width }, (_, index) => first[index] ?? '');
  return { titles: rows.slice(0, start).map((row) => row.join(' ')), head, lines };
}

/** By the delimiter with which most lines are equally wide: titles and closing lines are narrower whatever it is. */
function bestOf(text: string, most: number): Rows {
  const tried = delimiters.map((delimiter) => {
    const rows = parse(text, delimiter, most);
    const usual = usualWidth(rows);
    return { rows, equal: usual > 1 ? rows.filter((row) => row.length === usual).length : 0 };
  });
  return tried.reduce((best, each) => (each.equal > best.equal ? each : best)).rows;
}

/** How many cells most lines have. */
function usualWidth(rows: Rows): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].toSorted(([width, count], [other, others]) => others - count || other - width);
  return usual?.[0] ?? 0;
}

function parse(text: string, delimiter: string, preview: number): Rows {
  const options = { delimiter, preview, skipEmptyLines: true } as const;
  const { data, errors } = papaparse.parse<string[]>(text, options);
  // An inch mark at the start of a cell would swallow every line up to the next one.
  return errors.some(({ type }) => type === 'Quotes')
    ? papaparse.parse<string[]>(text, { ...options, quoteChar: '' }).data
    : data;
}
