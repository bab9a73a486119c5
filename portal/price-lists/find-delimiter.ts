const delimiters = [';', '\t', '|', ','] as const;

/**
 * What parts the cells of a file, by its headings alone: that with which most of the named ones are found. Rows are not
 * asked, because decimal commas would speak for a comma. Undefined where a first line `sep=;` says it.
 */
export function findDelimiter(
  text: string,
  skipLines: number,
  named: ReadonlyMap<string, string>,
): (typeof delimiters)[number] | undefined {
  if (/^\uFEFF?"?sep=/i.test(text)) return undefined;
  const headings = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, skipLines + 1)[skipLines] ?? '';
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, count: foundWith(headings, delimiter, named) }))
    .toSorted((one, other) => other.count - one.count);
  return best?.delimiter;
}

function foundWith(headings: string, delimiter: string, named: ReadonlyMap<string, string>): number {
  const names = new Set(headings.split(delimiter).map((name) => name.trim().replaceAll(/^"|"$/g, '')));
  return [...named.keys()].filter((name) => names.has(name)).length;
}
