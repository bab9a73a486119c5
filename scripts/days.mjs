import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './run.mjs';

/**
 * @typedef {object} Day
 * @property {string} name
 * @property {string} moment in UTC, where the clock of the tests begins; it goes on from there
 * @property {string} [zone] of the machine; UTC unless said
 */

/** Days on which software breaks that holds on others. @returns {readonly Day[]} */
const everyDay = () => [
  { name: '29 Feb 2028', moment: '2028-02-29T23:59:50Z' },
  { name: '31 Dec 2026', moment: '2026-12-31T23:59:50Z' },
  { name: 'spring in New York', moment: '2027-03-14T06:59:50Z', zone: 'America/New_York' },
  { name: 'autumn in New York', moment: '2027-11-07T05:59:50Z', zone: 'America/New_York' },
  { name: 'spring in Helsinki', moment: '2027-03-28T00:59:50Z', zone: 'Europe/Helsinki' },
  { name: 'autumn in Helsinki', moment: '2027-10-31T00:59:50Z', zone: 'Europe/Helsinki' },
  { name: 'in 400 days', moment: new Date(Date.now() + 400 * 86_400_000).toISOString() },
];

/** What `--on` says: `all`, or a moment in UTC. @param {string} said @returns {readonly Day[]} */
export function daysOf(said) {
  if (said === 'all') return everyDay();
  const moment = `${said.trim().replace(' ', 'T')}Z`;
  if (Number.isNaN(Date.parse(moment))) {
    say(`${said} is no moment.\n  Write it as '2028-02-29 23:59:50' (UTC), or all.`);
    process.exit(1);
  }
  return [{ name: said, moment }];
}

/**
 * The environment in which programs believe that it is that day. Waiting stays as long as it is, and what lies on the
 * disk keeps its times.
 * @param {Day} day
 * @returns {NodeJS.ProcessEnv}
 */
export function clockOf({ moment, zone = 'UTC' }) {
  const ahead = Math.round((Date.parse(moment) - Date.now()) / 1000);
  return {
    LD_PRELOAD: fakeTime(),
    FAKETIME: ahead < 0 ? String(ahead) : `+${ahead}`,
    DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
    TZ: zone,
  };
}

/** Debian keeps one folder a kind of processor. */
function fakeTime() {
  const libraries = '/usr/lib';
  const folder = readdirSync(libraries).find((name) => name.endsWith('-linux-gnu'));
  return join(libraries, folder ?? '', 'faketime', 'libfaketimeMT.so.1');
}
