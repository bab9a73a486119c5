import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkIn, parseCaseLink } from '../../../../electron/main/window/case-link.ts';

test('a link names a portal and a case', () => {
  expect(parseCaseLink('partnerdesk://case/p1/c-77')).toEqual({ portal: 'p1', case: 'c-77' });
  expect(parseCaseLink('partnerdesk://case/p1/c-77/')).toEqual({ portal: 'p1', case: 'c-77' });
});

test('sync 33: an address, token, action or anything else in a link makes it no link', () => {
  for (const text of [
    'partnerdesk://case/p1',
    'partnerdesk://case/p1/c1?token=x',
    'partnerdesk://case/p1/c1#approve',
    'partnerdesk://case/p1/c1/approve',
    'partnerdesk://server/https://evil.example',
    'partnerdesk://case/../c1%2f',
    'https://case/p1/c1',
    ' partnerdesk://case/p1/c1',
    'partnerdesk://case/p1/c1\n',
  ]) {
    expect(parseCaseLink(text)).toBeNull();
  }
});

test('whatever a second start is given, a found link holds ids only', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `partnerdesk://case/${text}`),
        ),
      ),
      (argv) => {
        const link = linkIn(argv);
        expect(`${link?.portal ?? 'p'}${link?.case ?? 'c'}`).toMatch(/^[A-Za-z0-9._:-]+$/);
      },
    ),
  );
});
