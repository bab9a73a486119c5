import { describe, expect, test } from 'vitest';
import { mailAddress, mapAddress, phoneAddress } from '../../../renderer/words/outside-places.ts';
import { mayOpenOutside } from '../../../electron/main/window/outside-link.ts';
import { mapHost } from '../../../shared/contract/desk-places.ts';
import { aCase } from '../../support/builders.ts';

const { site } = aCase();

describe('where a link out of a case leads', () => {
  test('the map shows the position, or the address where there is none; the shell opens both', () => {
    expect(mapAddress(site)).toBe('https://www.openstreetmap.org/?mlat=62.89&mlon=27.68#map=17/62.89/27.68');
    const asked = mapAddress({ ...site, position: null, street: 'Höyry & Co 9' });
    expect(asked).toBe(
      'https://www.openstreetmap.org/search?query=H%C3%B6yry%20%26%20Co%209%2C%2070100%20Kuopio%2C%20FI',
    );
    for (const address of [mapAddress(site), asked]) expect(mayOpenOutside(address ?? '', [mapHost])).toBe(true);
    expect(mapAddress({ ...site, position: null, street: '', city: '', postalCode: '' })).toBeNull();
  });

  test.each([
    ['+358 40 123 4567', 'tel:+358401234567'],
    ['+44 (0)20 7946 0018', 'tel:+442079460018'],
    ['(555) 010-9999', 'tel:5550109999'],
    ['ask the neighbour', null],
    ['040 123 ext 4', null],
    ['', null],
  ])('the phone %j dials %j', (phone, address) => {
    expect(phoneAddress(phone)).toBe(address);
  });

  test.each([
    ['customer@example.com', 'mailto:customer@example.com'],
    ['a+b@x.example', 'mailto:a%2Bb@x.example'],
    ['a@x.example?bcc=evil@x.example', null],
    ['a@x.example, b@x.example', null],
    ['none', null],
  ])('a mail to %j goes to %j', (email, address) => {
    expect(mailAddress(email)).toBe(address);
  });
});
