import { expect, test } from 'vitest';
import { usualCalendar } from '../../../../shared/domain/portal/calendar.ts';
import { changeCalendar } from '../../../../shared/domain/portal/change-calendar.ts';
import { aCaseHandler, anInsurer, aQuestion, aStanding, someSettings } from '../../../support/builders.ts';

const { stamp } = aQuestion();
const input = { ...usualCalendar, closedDays: [{ date: '2026-12-24', name: 'Christmas Eve' }], place: 'FI' };
const calendar = { ...input, revision: 'r1', changedAt: '2026-11-23T08:00:00.000Z' };

test.each([
  ['a senior of the insurer', anInsurer(), 'decided'],
  ['the operator', anInsurer({ side: 'operator' }), 'decided'],
  ['a case handler of the insurer', anInsurer({ level: 4 }), 'level-too-low'],
  ['who is not active any more', anInsurer({ active: false }), 'person-inactive'],
  ['a partner’s admin', aStanding({ level: 4 }), 'insurer-only'],
  ['an External case handler', aCaseHandler(), 'insurer-only'],
])('%s changes the calendar of a portal: %s', (_, standing, expected) => {
  const decision = changeCalendar.decide({ standing, settings: someSettings(), stamp }, input);
  expect(decision.kind === 'refused' ? decision.refusal.code : decision.kind).toBe(expected);
});

test('the calendar names the command that changed it, and the rest of the settings stays', () => {
  const settings = someSettings();
  expect(changeCalendar.decide({ standing: anInsurer(), settings, stamp }, input)).toMatchObject({
    after: { ...settings, calendar: { ...input, revision: stamp.id, changedAt: stamp.at } },
  });
});

test.each([
  ['seen before it was first set', null, input, 'stale'],
  ['seen in another version', 'r0', input, 'stale'],
  ['seen as it is, and left so', 'r1', input, 'nothing-to-change'],
  ['seen as it is', 'r1', { ...input, place: 'SE' }, 'decided'],
  ['seen as it is, with a day less', 'r1', { ...input, closedDays: [] }, 'decided'],
])('a calendar %s: %s', (_, basedOn, wanted, expected) => {
  const question = { standing: anInsurer(), settings: someSettings({ calendar }), stamp: { ...stamp, basedOn } };
  const decision = changeCalendar.decide(question, wanted);
  expect(decision.kind === 'refused' ? decision.refusal.code : decision.kind).toBe(expected);
});
