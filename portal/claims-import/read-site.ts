import type { Site } from '../../shared/domain/case/case.ts';
import { oddPostalCode } from './check-text.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { CellReader } from './read-cells.ts';
import { shown } from './row-message.ts';

/** Where it happened. */
export function readSite(cells: CellReader, { columns, country, cityStyle }: ColumnMapping): Site {
  const latitude = cells.number(columns.latitude, { from: -90, to: 90, said: 'degrees from -90 to 90' });
  const longitude = cells.number(columns.longitude, { from: -180, to: 180, said: 'degrees from -180 to 180' });
  if ((cells.text(columns.latitude) === null) !== (cells.text(columns.longitude) === null)) {
    const column = (cells.text(columns.latitude) === null ? columns.latitude : columns.longitude) ?? '';
    cells.wrong({ column, wrong: 'it is empty', expected: 'both degrees of the position, or none' });
  }
  const city = cells.text(columns.city) ?? '';
  const postalCode = cells.text(columns.postalCode) ?? '';
  const odd = postalCode === '' ? null : oddPostalCode(postalCode, country);
  if (odd && columns.postalCode !== undefined) cells.note({ column: columns.postalCode, ...odd });
  return {
    street: cells.text(columns.street) ?? '',
    postalCode,
    city: cityStyle === 'community' ? communityName(city) : city,
    region: cells.text(columns.region) ?? '',
    country,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

/** "VIRGINIA BEACH, CITY OF" and "SANTA ROSA COUNTY *" as people write them. */
function communityName(name: string): string {
  const [bare = ''] = name.replace(/\*/g, '').split(/,\s*(?:CITY|TOWN|VILLAGE|BOROUGH|TOWNSHIP|PARISH|COUNTY)\b/i);
  return bare
    .trim()
    .toLowerCase()
    .replace(/(^|[\s\-/(.])(\p{L})/gu, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`);
}

/** The description of the damage, from the parts that are reported. */
export function describeClaim(cells: CellReader, { description }: ColumnMapping): string {
  const parts = description.flatMap((part) => {
    const cell = cells.text(part.column);
    if (cell === null || cell === part.unless) return [];
    const word = wordOf(cells, part);
    return word === null ? [] : [part.text.replace('{}', () => word)];
  });
  return parts.join(' ');
}

function wordOf(cells: CellReader, part: ColumnMapping['description'][number]): string | null {
  if (part.as === 'year') return cells.day(part.column)?.slice(0, 4) ?? null;
  if (part.as === 'text') return cells.word(part.column, part.words);
  const number = cells.number(part.column, { from: -1e9, to: 1e9, said: 'a number' });
  if (number !== null && part.from !== undefined && number < part.from) {
    const wrong = `${shown(cells.text(part.column) ?? '')} is odd, and was kept`;
    cells.note({ column: part.column, wrong, expected: `a number from ${part.from} on` });
  }
  return number === null ? null : String(number);
}
