import { beforeEach, describe, expect, test } from 'vitest';
import {
  amountText,
  distanceText,
  fileSizeText,
  kilometresText,
  moneyText,
  parseAmount,
  shortMomentText,
  timeText,
} from '../../../renderer/words/figures.ts';
import { monday } from '../../support/builders.ts';
import { inEnglish } from '../../support/in-english.ts';

const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

describe('amounts typed by people', () => {
  const same = ['1240', '1240,5', '1240.50', '1 240,50'];

  test.each([
    ['fi-FI', '1 240,00', 124_000],
    ['fi-FI', '1 240,5', 124_050],
    ['fi-FI', '1\u00A0240,00 €', 124_000],
    ['fi-FI', '1.240', 124_000],
    ['de-DE', '1.240,00', 124_000],
    ['de-DE', '1.240', 124_000],
    ['de-DE', '12.345.678,90', 1_234_567_890],
    ['en-GB', '1,240.00', 124_000],
    ['en-GB', '£1,240', 124_000],
    ['en-GB', '1,240', 124_000],
    ['en-GB', '1240 EUR', 124_000],
    ['en-GB', '0.05', 5],
    ['de-CH', '1’240.50', 124_050],
  ])('in %s, %s is read', (place, typed, amount) => {
    inEnglish(place);
    expect(parseAmount(typed, 'EUR')).toBe(amount);
  });

  test.each(['fi-FI', 'en-GB', 'de-DE'])('in %s a lone sign before two digits is the decimal one', (place) => {
    inEnglish(place);
    expect(same.map((typed) => parseAmount(typed, 'EUR'))).toEqual([124_000, 124_050, 124_050, 124_050]);
  });

  test.each([
    ['en-GB', ''],
    ['en-GB', 'abc'],
    ['en-GB', '-5'],
    ['en-GB', '1.240'],
    ['de-DE', '1,240'],
    ['en-GB', '1.2.3'],
    ['en-GB', '12,34,56'],
    ['en-GB', '1,24.00'],
    ['en-GB', '1.2345'],
    ['en-GB', '1e5'],
    ['en-GB', '99999999999999999999'],
  ])('in %s, %j is not guessed at', (place, typed) => {
    inEnglish(place);
    expect(parseAmount(typed, 'EUR')).toBeNull();
  });

  test('what is shown can be read again, in every place and for every amount', () => {
    for (const place of ['fi-FI', 'en-GB', 'de-DE', 'de-CH', 'sv-SE', 'nb-NO', 'fr-FR']) {
      inEnglish(place);
      for (const amount of [1, 99, 100, 124_000, 99_999_999, 100_000_000_000])
        expect([place, parseAmount(amountText({ amount, currency: 'EUR' }), 'EUR')]).toEqual([place, amount]);
    }
  });

  test('a currency without minor units takes none', () => {
    inEnglish('en-GB');
    expect(parseAmount('1,240', 'ISK')).toBe(1240);
    expect(parseAmount('12.5', 'ISK')).toBeNull();
  });
});

describe('figures as a place writes them', () => {
  beforeEach(() => inEnglish());

  test('money, sizes and distances carry their unit', () => {
    expect(moneyText({ amount: 124_000, currency: 'EUR' })).toBe('€1,240.00');
    inEnglish('fi-FI');
    expect(plain(moneyText({ amount: 124_000, currency: 'EUR' }))).toBe('1 240,00 €');
    inEnglish();
    expect([fileSizeText(12), fileSizeText(24_300), fileSizeText(1_240_000)]).toEqual(['12 bytes', '24 kB', '1.2 MB']);
    expect([kilometresText(3.14), kilometresText(120.4)]).toEqual(['3.1 km', '120 km']);
  });

  test('moments are shown in the time of the portal, with the day only when it is another', () => {
    expect(timeText(monday, 'Europe/Helsinki')).toBe('10:00');
    expect(shortMomentText(monday, '2026-11-23T12:00:00.000Z', 'Europe/Helsinki')).toBe('10:00');
    expect(shortMomentText(monday, '2026-11-24T12:00:00.000Z', 'Europe/Helsinki')).toBe('23 Nov, 10:00');
  });

  test('distances in time are rounded to what matters', () => {
    expect(distanceText('2026-11-23T11:00:00.000Z', monday)).toBe('in 3 hr');
    expect(distanceText('2026-11-20T08:00:00.000Z', monday)).toBe('3 days ago');
  });
});
