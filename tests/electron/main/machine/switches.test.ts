import { expect, test } from 'vitest';
import { readSwitches } from '../../../../electron/main/machine/switches.ts';

test('the command line is read, and what it does not know is left alone', () => {
  const argv = [
    'electron',
    '.',
    '--server=https://portal.example',
    '--profile=/p',
    '--demo',
    '--work-offline',
    '--disable-gpu',
    'partnerdesk://case/p1/c1',
  ];
  expect(readSwitches(argv)).toEqual({
    server: 'https://portal.example',
    demo: true,
    profile: '/p',
    workOffline: true,
    today: null,
    link: { portal: 'p1', case: 'c1' },
  });
  const nothing = { server: null, demo: false, profile: null, workOffline: false, today: null, link: null };
  expect(readSwitches(['electron', '--server=', '--demoo'])).toEqual(nothing);
});
