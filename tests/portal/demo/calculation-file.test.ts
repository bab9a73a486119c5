import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { calculationFile } from '../../../portal/demo/calculation-file.ts';
import { createChance } from '../../../portal/demo/random.ts';

const about = {
  title: 'Drying of the ground floor',
  caseNumber: 'AT-100001',
  currency: 'USD',
  amount: 420_000,
  at: '2026-11-23T08:00:00.000Z',
};

test('a calculation has as many headings as columns, and its lines add up', () => {
  const chance = createChance('calculations');
  const tables = Array.from({ length: 40 }, () => calculationFile('drying', about, chance))
    .filter(({ ref }) => ref.mediaType === 'text/csv')
    .map(({ content }) => papaparse.parse<string[]>(new TextDecoder().decode(content), { skipEmptyLines: true }).data);
  expect(tables.length).toBeGreaterThan(0);
  for (const [heading, ...rows] of tables) {
    expect(heading).toEqual(['Item', 'Amount (USD, without VAT)']);
    const amounts = rows.map(([, amount = '']) => Math.round(Number(amount) * 100));
    const total = amounts.pop();
    expect(total).toBe(about.amount);
    expect(amounts.reduce((sum, each) => sum + each, 0)).toBe(total);
  }
});
