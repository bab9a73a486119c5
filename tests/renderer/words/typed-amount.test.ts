import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountText, moneyText } from '../../../renderer/words/figures.ts';
import { readAmount } from '../../../renderer/words/typed-amount.ts';
import { inEnglish } from '../../support/in-english.ts';

const read = (amount: number) => ({ kind: 'read', amount });

describe('amounts typed by people', () => {
  const same = ['1240', '1240,5', '1240.50', '1 240,50'];

  test.each([
    ['fi-FI', '1 240,00', 'EUR', 124_000],
    ['fi-FI', '1 240,5', 'EUR', 124_050],
    ['fi-FI', '1\u00A0240,00 €', 'EUR', 124_000],
    ['fi-FI', '1.240', 'EUR', 124_000],
    ['de-DE', '1.240,00', 'EUR', 124_000],
    ['de-DE', '1.240', 'EUR', 124_000],
    ['de-DE', '12.345.678,90', 'EUR', 1_234_567_890],
    ['en-GB', '1,240.00', 'EUR', 124_000],
    ['en-GB', '£1,240', 'GBP', 124_000],
    ['en-GB', '1,240', 'EUR', 124_000],
    ['en-GB', '1240 EUR', 'EUR', 124_000],
    ['en-GB', '1240 euros', 'EUR', 124_000],
    ['en-GB', 'eur 1240.', 'EUR', 124_000],
    ['en-GB', '0.05', 'EUR', 5],
    ['de-CH', '1’240.50', 'CHF', 124_050],
    ['en-GB', 'US$4,200.00', 'USD', 420_000],
    ['en-GB', '$4,200.00', 'USD', 420_000],
    ['sv-SE', '4 200,00 US$', 'USD', 420_000],
    ['da-DK', '4.200,00 kr.', 'DKK', 420_000],
    ['da-DK', '4.200,00 kr', 'DKK', 420_000],
    ['en-IN', '₹12,34,567.00', 'INR', 123_456_700],
    ['ar-EG', '٤٬٢٠٠٫٥٠ ج.م.', 'EGP', 420_050],
    ['ja-JP', '￥４２００', 'JPY', 4200],
  ])('in %s, %s is read as %s', (place, typed, currency, amount) => {
    inEnglish(place);
    expect(readAmount(typed, currency)).toEqual(read(amount));
  });

  test.each(['fi-FI', 'en-GB', 'de-DE'])('in %s a lone sign before two digits is the decimal one', (place) => {
    inEnglish(place);
    expect(same.map((typed) => readAmount(typed, 'EUR'))).toEqual([124_000, 124_050, 124_050, 124_050].map(read));
  });

  test.each([
    ['en-GB', '1.240', [124_000, 124]],
    ['de-DE', '1,240', [124_000, 124]],
  ])('in %s, %s can be a thousand or a little more than one, and is not decided', (place, typed, amounts) => {
    inEnglish(place);
    expect(readAmount(typed, 'EUR')).toEqual({ kind: 'two-ways', amounts });
  });

  test.each([
    ['en-GB', ''],
    ['en-GB', 'abc'],
    ['en-GB', '-5'],
    ['fi-FI', '\u22125,00'],
    ['en-GB', '(5.00)'],
    ['en-GB', '.50'],
    ['en-GB', '12 34'],
    ['en-GB', '1 240 / 2'],
    ['en-GB', '12 m²'],
    ['en-GB', '£1,240'],
    ['en-GB', '1240 USD'],
    ['en-GB', 'EUR 1240 EUR'],
    ['en-GB', '1.2.3'],
    ['en-GB', '12,34,56'],
    ['en-GB', '12,34,567'],
    ['en-GB', '1,24.00'],
    ['en-GB', '0,240'],
    ['en-GB', "1 240'000"],
    ['en-GB', '1.2345'],
    ['en-GB', '1e5'],
    ['en-GB', '99999999999999999999'],
  ])('in %s, %j is no amount in EUR', (place, typed) => {
    inEnglish(place);
    expect(readAmount(typed, 'EUR')).toEqual({ kind: 'not-read' });
  });

  test('a currency without minor units takes none, one with three takes three', () => {
    inEnglish('en-GB');
    expect(readAmount('1,240', 'ISK')).toEqual(read(1240));
    expect(readAmount('1.240', 'ISK')).toEqual(read(1240));
    expect(readAmount('12.5', 'ISK')).toEqual({ kind: 'not-read' });
    expect(readAmount('1.240', 'KWD')).toEqual(read(1240));
    expect(readAmount('1,240', 'KWD')).toEqual(read(1_240_000));
  });
});

const places =
  'en-US en-GB en-CA en-IN en-ZA fi-FI sv-SE nb-NO da-DK is-IS et-EE lv-LV lt-LT pl-PL cs-CZ sk-SK hu-HU de-DE de-AT de-CH fr-FR fr-CA fr-CH it-IT it-CH es-ES es-MX es-CR pt-PT pt-BR pt-CV nl-NL bg-BG ro-RO hr-HR el-GR tr-TR uk-UA ru-RU he-IL ar-EG ar-SA fa-IR hi-IN mr-IN bn-BD ne-NP my-MM dz-BT th-TH vi-VN ja-JP ko-KR zh-CN ff-Adlm'.split(
    ' ',
  );

describe('what the product prints', () => {
  test('is read again, in every place, in every currency, for every amount', () => {
    const currencies = Intl.supportedValuesOf('currency');
    const amounts = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 100_000_000_000 }));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...currencies), amounts, (place, currency, amount) => {
        inEnglish(place);
        const printed = [moneyText({ amount, currency }), amountText({ amount, currency })];
        expect(printed.map((text) => [text, readAmount(text, currency)])).toEqual(
          printed.map((text) => [text, read(amount)]),
        );
      }),
      { numRuns: 300, examples: places.map((place) => [place, place.endsWith('CV') ? 'KWD' : 'USD', 1234]) },
    );
  });
});
