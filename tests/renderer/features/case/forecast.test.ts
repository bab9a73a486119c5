import { describe, expect, test } from 'vitest';
import { revisionOf } from '../../../../shared/domain/who-changed.ts';
import { families } from '../../../../renderer/app/families.ts';
import { forecast, forecastDialog } from '../../../../renderer/features/case/forecast.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  anInsurer,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
} from '../../../support/builders.ts';
import { livingCase } from '../../../support/renderer/living-case.ts';

const handled = { role: aRole({ user: carla }), tasks: [aTask({ status: 'B' })] };

describe('a forecast', () => {
  test('names the right, the status and the limit as the portal would', () => {
    const open = livingCase({
      content: aContent({ ...handled, budgets: [aBudget({ money: { amount: 620_000, currency: 'EUR' } })] }),
      standing: aCaseHandler(),
    }).open();
    const question = { open, now: monday };
    expect(forecast(question, { name: 'confirm-received', input: { task: 'drying-1' } })?.code).toBe(
      'other-office-task',
    );
    expect(forecast(question, { name: 'approve-task', input: { task: 'drying-1' } })?.code).toBe('status-conflict');
    const approve = {
      name: 'approve-budget',
      input: { budget: 'budget-1', version: 1, money: { amount: 620_000, currency: 'EUR' } },
    } as const;
    expect(forecast(question, approve)).toMatchObject({ code: 'limit-exceeded', over: 120_000 });
  });

  test('is about the revision that was seen, where one is given', () => {
    const open = livingCase({ content: aContent({ ...handled, budgets: [aBudget()] }), standing: anInsurer() }).open();
    const reject = { name: 'reject-budget', input: { budget: 'budget-1', version: 1, reason: 'No' } } as const;
    expect(forecast({ open, now: monday }, reject)).toBeNull();
    expect(forecast({ open, now: monday, seen: 'an older one' }, reject)?.code).toBe('stale');
    expect(revisionOf(open.content.case, reject)).toBe('revision-of-budget-1');
  });

  test('lets a dialog open where only the choice is missing', () => {
    const insurer = livingCase({ standing: anInsurer() }).open();
    const office = { name: 'give-role-to-office', input: { office: '' } } as const;
    expect(forecast({ open: insurer, now: monday }, office)?.code).toBe('office-not-eligible');
    expect(forecastDialog({ open: insurer, now: monday, families }, office)).toBeNull();
    const supplier = livingCase({ standing: aStanding({ level: 1 }) }).open();
    expect(forecastDialog({ open: supplier, now: monday, families }, office)?.code).toBe('insurer-only');
  });

  test('lets members be assigned without one chosen yet, but not in another office', () => {
    const members = { name: 'assign-members', input: { task: 'drying-1', members: [] } } as const;
    expect(forecastDialog({ open: livingCase().open(), now: monday, families }, members)).toBeNull();
    const other = livingCase({ standing: aCaseHandler() }).open();
    expect(forecastDialog({ open: other, now: monday, families }, members)?.code).toBe('other-office-task');
  });
});
