import { defaultStringifySearch } from '@tanstack/react-router';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '../../../renderer/app/search-text.ts';
import { createRouterAt } from '../../../renderer/app/router.tsx';

const likeJson = [
  '12E5',
  '00012345678901234567',
  '1e999',
  'true',
  'null',
  '"',
  '"a"',
  '"\\"a\\""',
  '{}',
  '[1]',
  '+',
  '%',
  '#',
];
const aText = fc.oneof(fc.constantFrom(...likeJson), fc.string({ unit: 'binary' }), fc.json());

test('any text in an address is read as the text it was', () => {
  fc.assert(
    fc.property(fc.dictionary(aText, aText), (search) => {
      expect({ ...parseSearch(stringifySearch(search)) }).toEqual({ ...search });
    }),
  );
});

test('an address that an older app wrote or kept is read as it was meant', () => {
  fc.assert(
    fc.property(aText, (text) => {
      expect(parseSearch(defaultStringifySearch({ text }))).toEqual({ text });
    }),
  );
});

test.each([
  ['12E5', '/cases?text=12E5'],
  ['12345678901234567890', '/cases?text=12345678901234567890'],
  ['00412', '/cases?text=%2200412%22&actionRequired=true'],
])('the case list searches for %s as it stands in a link', async (text, address) => {
  const router = createRouterAt(address);
  await router.load();
  expect(router.state.location.search).toEqual({ text, ...(address.includes('&') && { actionRequired: true }) });
  const link = router.buildLocation({ to: '/cases', search: { text, unread: true } });
  const again = createRouterAt(link.href);
  await again.load();
  expect(again.state.location.search).toEqual({ text, unread: true });
});
