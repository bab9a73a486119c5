import { expect, test } from 'vitest';
import {
  afterWorkingHours,
  targetFrom,
  targetState,
  workingHoursBetween,
} from '../../../../shared/domain/task/target.ts';
import { usualCalendar } from '../../../../shared/domain/portal/calendar.ts';
import { anOffice, someSettings } from '../../../support/builders.ts';

const helsinki = { timeZone: 'Europe/Helsinki', calendar: usualCalendar };

test.each([
  ['within a day', '2026-11-23T08:00:00.000Z', 4, '2026-11-23T12:00:00.000Z'],
  ['over the night: Monday 15:00 local and 4 hours', '2026-11-23T13:00:00.000Z', 4, '2026-11-24T09:00:00.000Z'],
  ['over the weekend: Friday 15:00 local and 2 hours', '2026-11-27T13:00:00.000Z', 2, '2026-11-30T07:00:00.000Z'],
  ['begun on a Sunday', '2026-11-29T10:00:00.000Z', 1, '2026-11-30T07:00:00.000Z'],
  ['begun before opening', '2026-11-23T02:00:00.000Z', 8, '2026-11-23T14:00:00.000Z'],
  ['over the end of summer time', '2026-10-23T11:00:00.000Z', 4, '2026-10-26T08:00:00.000Z'],
  ['over the beginning of summer time', '2026-03-27T12:00:00.000Z', 4, '2026-03-30T07:00:00.000Z'],
  ['of a week', '2026-11-23T06:00:00.000Z', 40, '2026-11-27T14:00:00.000Z'],
])('working hours count %s, there and back', (_, since, hours, due) => {
  expect(afterWorkingHours(since, hours, helsinki)).toBe(due);
  expect(workingHoursBetween(since, due, helsinki)).toBeCloseTo(hours, 9);
});

test.each([
  ['a night', '2026-11-23T15:00:00.000Z', '2026-11-24T05:00:00.000Z'],
  ['a weekend', '2026-11-28T00:00:00.000Z', '2026-11-29T23:00:00.000Z'],
  ['no time at all', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z'],
])('%s has no working hours', (_, since, until) => {
  expect(workingHoursBetween(since, until, helsinki)).toBe(0);
});

test.each([
  ['a moment before clocks go forward', 'Europe/Helsinki', '2027-03-28T00:59:59.999Z', '2027-03-29T06:00:00.000Z'],
  ['when clocks go forward', 'Europe/Helsinki', '2027-03-28T01:00:00.000Z', '2027-03-29T06:00:00.000Z'],
  ['in a zone off by a quarter of an hour', 'Asia/Kathmandu', '2026-11-22T10:00:00.000Z', '2026-11-23T03:15:00.000Z'],
  ['the same moment in another zone', 'Europe/Helsinki', '2026-11-22T10:00:00.000Z', '2026-11-23T07:00:00.000Z'],
])(
  'an hour of work begun on a Sunday %s is over on Monday at nine there, asked once or again',
  (_, zone, since, due) => {
    expect(afterWorkingHours(since, 1, { timeZone: zone, calendar: usualCalendar })).toBe(due);
    expect(afterWorkingHours(since, 1, { timeZone: zone, calendar: usualCalendar })).toBe(due);
  },
);

test('a target is near at 80 % of its working time and overdue after it', () => {
  const target = targetFrom(someSettings(), 'role', '2026-11-23T08:00:00.000Z');
  expect(target).toEqual({ near: '2026-11-23T11:12:00.000Z', due: '2026-11-23T12:00:00.000Z' });
  expect(targetState(target, '2026-11-23T11:11:59.000Z')).toBe('on-time');
  expect(targetState(target, '2026-11-23T11:12:00.000Z')).toBe('near');
  expect(targetState(target, '2026-11-23T12:00:00.000Z')).toBe('near');
  expect(targetState(target, '2026-11-23T12:00:00.001Z')).toBe('overdue');
});

test('a status without hours has no target and is always on time', () => {
  expect(targetFrom(someSettings(), 'A', '2026-11-23T08:00:00.000Z')).toBeNull();
  expect(targetState(null, '2030-01-01T00:00:00.000Z')).toBe('on-time');
});

const from8to16 = { from: 480, to: 960 };
const weekdays = [from8to16, from8to16, from8to16, from8to16, from8to16, null, null];

test.each([
  ['a closed day', { closedDays: [{ date: '2026-12-24', name: 'Christmas Eve' }] }, '2026-12-25T08:00:00.000Z'],
  [
    'closed days over a weekend, one of them a Saturday',
    {
      closedDays: [
        { date: '2026-12-24', name: 'Christmas Eve' },
        { date: '2026-12-25', name: 'Christmas Day' },
        { date: '2026-12-26', name: 'Boxing Day' },
      ],
    },
    '2026-12-28T08:00:00.000Z',
  ],
  [
    'a long Thursday',
    { week: weekdays.map((hours, index) => (index === 3 ? { from: 360, to: 1200 } : hours)) },
    '2026-12-24T06:00:00.000Z',
  ],
  [
    'a closed Thursday and Friday, and an open Saturday',
    { week: [from8to16, from8to16, from8to16, null, null, from8to16, null] },
    '2026-12-26T08:00:00.000Z',
  ],
])('three hours from Wednesday at 15 local count over %s', (_, change, due) => {
  const calendar = { ...usualCalendar, ...change };
  expect(afterWorkingHours('2026-12-23T13:00:00.000Z', 3, { timeZone: 'Europe/Helsinki', calendar })).toBe(due);
});

test.each([
  ['skips', '2027-03-26T22:00:00.000Z', '2027-03-28T21:00:00.000Z'],
  ['repeats', '2026-10-23T21:00:00.000Z', '2026-10-25T22:00:00.000Z'],
])('who works around the clock works the hours that pass when the clock change %s one', (_, since, due) => {
  const calendar = { week: weekdays.map(() => ({ from: 0, to: 1440 })), closedDays: [] };
  const hours = (Date.parse(due) - Date.parse(since)) / 3_600_000;
  expect(afterWorkingHours(since, hours, { timeZone: 'Europe/Helsinki', calendar })).toBe(due);
});

test('a portal that closes on Independence Day does not count it, and one that never said so counts as before', () => {
  const closedDays = [{ date: '2026-12-07', name: 'A day off' }];
  const calendar = { ...usualCalendar, closedDays, place: 'FI', revision: 'r', changedAt: '2026-11-23T08:00:00.000Z' };
  const since = '2026-12-04T13:00:00.000Z';
  expect(targetFrom(someSettings(), 'role', since)?.due).toBe('2026-12-07T09:00:00.000Z');
  expect(targetFrom(someSettings({ calendar }), 'role', since)?.due).toBe('2026-12-08T09:00:00.000Z');
});

test('what an office has to do counts over its own hours, what waits for the insurer over the portal’s', () => {
  const afternoons = { week: weekdays.map((hours) => hours && { from: 720, to: 960 }), closedDays: [] };
  const office = anOffice({ calendar: afternoons });
  const since = '2026-11-23T06:00:00.000Z';
  const due = (status: 'role' | '0' | '4', of?: typeof office) => targetFrom(someSettings(), status, since, of)?.due;
  expect(due('0', office)).toBe('2026-11-23T14:00:00.000Z');
  expect(due('role', office)).toBe('2026-11-23T14:00:00.000Z');
  expect(due('0', anOffice())).toBe('2026-11-23T10:00:00.000Z');
  expect(due('4', office)).toBe(due('4'));
});
