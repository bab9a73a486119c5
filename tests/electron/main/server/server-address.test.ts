import { expect, test } from 'vitest';
import { chooseAddress, parseAddress } from '../../../../electron/main/server/server-address.ts';

test('what a person types becomes an origin', () => {
  for (const [typed, address] of [
    ['portal.example', 'https://portal.example'],
    [' https://portal.example/ ', 'https://portal.example'],
    ['portal.example:8443', 'https://portal.example:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['embedded', 'embedded'],
  ] as const) {
    expect(parseAddress(typed)).toEqual({ ok: true, address });
  }
});

test('sync 26: http beyond this computer is refused', () => {
  for (const typed of ['http://portal.example', 'http://127.0.0.1.example', 'http://10.0.0.1']) {
    expect(parseAddress(typed)).toEqual({ ok: false, trouble: 'needs-https' });
  }
});

test('a path, a name and password, another scheme or nonsense is no address', () => {
  for (const typed of [
    '',
    'https://',
    'https://u:p@portal.example',
    'https://portal.example/x',
    'file:///etc',
    'javascript://x',
    'a b',
    'https://x/?q',
  ]) {
    expect(parseAddress(typed)).toEqual({ ok: false, trouble: 'not-an-address' });
  }
});

test('policy, then switch, then settings, then the embedded server', () => {
  const all = { policy: 'https://a.example', switch: 'https://b.example', settings: 'https://c.example' };
  expect(chooseAddress(all)).toEqual({ address: 'https://a.example', decidedBy: 'policy' });
  expect(chooseAddress({ ...all, policy: null })).toEqual({ address: 'https://b.example', decidedBy: 'switch' });
  expect(chooseAddress({ ...all, policy: null, switch: null })).toEqual({
    address: 'https://c.example',
    decidedBy: 'settings',
  });
  expect(chooseAddress({ policy: null, switch: null, settings: null })).toEqual({
    address: 'embedded',
    decidedBy: 'default',
  });
});
