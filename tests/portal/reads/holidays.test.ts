import { expect, test } from 'vitest';
import { readHolidays, readPlaces } from '../../../portal/reads/holidays.ts';
import { placesSchema } from '../../../shared/contract/calendar-answers.ts';

async function daysIn(place: string, year: number): Promise<ReadonlyMap<string, string>> {
  const found = (await readHolidays(place, year)) ?? [];
  expect(new Set(found.map(({ date }) => date)).size).toBe(found.length);
  return new Map(found.map(({ date, kind, name }) => [date, `${kind}: ${name}`]));
}

test('Finland’s eves are bank holidays, the last day of the year among them, and Easter Saturday is none', async () => {
  const days = await daysIn('FI', 2027);
  expect(days.get('2027-12-06')).toBe('public: Independence Day');
  expect(days.get('2027-06-25')).toBe('bank: Midsummer Eve');
  expect(days.get('2027-12-24')).toBe('bank: Christmas Eve');
  expect(days.get('2027-12-31')).toBe("bank: New Year's Eve");
  expect(days.has('2027-03-27')).toBe(false);
  expect((await daysIn('SE', 2027)).get('2027-03-27')).toMatch(/^observance: /);
});

test('a day with several names is one day: New Year’s Day observed the year before outweighs New Year’s Eve', async () => {
  expect((await daysIn('US', 2027)).get('2027-12-31')).toBe("public: New Year's Day (substitute day), New Year's Eve");
  expect((await daysIn('US', 2028)).has('2027-12-31')).toBe(false);
});

test('a state has days of its own; what is no place has none', async () => {
  expect((await daysIn('GB-SCT', 2026)).get('2026-11-30')).toBe('public: St Andrew’s Day');
  expect((await daysIn('GB', 2026)).has('2026-11-30')).toBe(false);
  expect(await readHolidays('XX', 2026)).toBeNull();
  expect(await readHolidays('FI-NY', 2026)).toBeNull();
  expect(await readHolidays('DE-BY-ZZ', 2026)).toBeNull();
});

test('places can be asked for by their codes', async () => {
  const places = placesSchema.parse(await readPlaces());
  expect(places).toContainEqual({ code: 'FR-YT', name: expect.any(String) });
  expect(places).toContainEqual({ code: 'DE-BY-A', name: 'Germany, Bayern, Stadt Augsburg' });
  expect(places.length).toBeGreaterThan(400);
  const some = places.filter((_, index) => index % 25 === 0);
  for (const { code } of some) expect(await readHolidays(code, 2027)).not.toBeNull();
});
