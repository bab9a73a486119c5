import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { hasWords, searchText } from '../../../../shared/domain/case/list-filter.ts';
import { aRow } from '../../../support/rows.ts';

const text = readFileSync(new URL('accents.csv', import.meta.url), 'utf8');
const rows = Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true }).data.map(
  (each) => aRow({ claimNumber: each['Claim No'] ?? '', street: each['Street'] ?? '', city: each['City'] ?? '' }),
);
const found = (wanted: string) =>
  rows.filter((row) => hasWords(searchText(row), wanted)).map(({ claimNumber }) => claimNumber);

describe('places are found whichever way their letters are typed', () => {
  test.each([
    // Composed, and with the accents apart.
    ['jyvaskyla', ['AC-0001', 'AC-0005']],
    ['Jyväskylä', ['AC-0001', 'AC-0005']],
    ['JYVA\u0308SKYLA\u0308', ['AC-0001', 'AC-0005']],
    ['hameenkatu 5', ['AC-0005']],
    ['norrkoping', ['AC-0002']],
    ['Norrköping', ['AC-0002']],
    ['weissstrasse', ['AC-0003']],
    ['Weißstraße', ['AC-0003']],
    ['WEISSSTRASSE wurzburg', ['AC-0003']],
    ['lodz', ['AC-0004']],
    ['Łódź', ['AC-0004']],
    ['łodz', ['AC-0004']],
    ['lodx', []],
  ])('%s', (wanted, numbers) => {
    expect(found(wanted)).toEqual(numbers);
  });

  test('marks that are letters of their own in another script are kept', () => {
    const row = aRow({ city: 'नाशिक' });
    expect(hasWords(searchText(row), 'नाशिक')).toBe(true);
    expect(hasWords(searchText(row), 'नशक')).toBe(false);
  });
});
