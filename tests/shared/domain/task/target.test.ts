import { expect, test } from 'vitest';
import { afterWorkingHours, targetFrom, targetState } from '../../../../shared/domain/task/target.ts';
import { someSettings } from '../../../support/builders.ts';

test.each([
  ['within a day', '2026-11-23T08:00:00.000Z', 4, '2026-11-23T12:00:00.000Z'],
  ['over the night: Monday 15:00 local and 4 hours', '2026-11-23T13:00:00.000Z', 4, '2026-11-24T09:00:00.000Z'],
  ['over the weekend: Friday 15:00 local and 2 hours', '2026-11-27T13:00:00.000Z', 2, '2026-11-30T07:00:00.000Z'],
  ['begun on a Sunday', '2026-11-29T10:00:00.000Z', 1, '2026-11-30T07:00:00.000Z'],
  ['begun before opening', '2026-11-23T02:00:00.000Z', 8, '2026-11-23T14:00:00.000Z'],
  ['over the end of summer time', '2026-10-23T11:00:00.000Z', 4, '2026-10-26T08:00:00.000Z'],
  ['over the beginning of summer time', '2026-03-27T12:00:00.000Z', 4, '2026-03-30T07:00:00.000Z'],
  ['of a week', '2026-11-23T06:00:00.000Z', 40, '2026-11-27T14:00:00.000Z'],
])('working hours count %s', (_, since, hours, due) => {
  expect(afterWorkingHours(since, hours, 'Europe/Helsinki')).toBe(due);
});

test.each([
  ['a moment before clocks go forward', 'Europe/Helsinki', '2027-03-28T00:59:59.999Z', '2027-03-29T06:00:00.000Z'],
  ['when clocks go forward', 'Europe/Helsinki', '2027-03-28T01:00:00.000Z', '2027-03-29T06:00:00.000Z'],
  ['in a zone off by a quarter of an hour', 'Asia/Kathmandu', '2026-11-22T10:00:00.000Z', '2026-11-23T03:15:00.000Z'],
  ['the same moment in another zone', 'Europe/Helsinki', '2026-11-22T10:00:00.000Z', '2026-11-23T07:00:00.000Z'],
])(
  'an hour of work begun on a Sunday %s is over on Monday at nine there, asked once or again',
  (_, zone, since, due) => {
    expect(afterWorkingHours(since, 1, zone)).toBe(due);
    expect(afterWorkingHours(since, 1, zone)).toBe(due);
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
