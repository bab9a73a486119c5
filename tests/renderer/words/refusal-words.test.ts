import { beforeEach, describe, expect, test } from 'vitest';
import { refusalWords } from '../../../renderer/words/refusal-words.ts';
import type { Refusal, RefusalCode } from '../../../shared/domain/rights/refusal.ts';
import { anAsk, aStanding, monday } from '../../support/builders.ts';
import { inEnglish } from '../../support/in-english.ts';

/** One of each: a code without a sample here does not compile. */
const samples: { readonly [Code in RefusalCode]: Extract<Refusal, { code: Code }> } = {
  'case-not-found': { code: 'case-not-found', grantor: 'nobody' },
  'case-closed': { code: 'case-closed', grantor: 'insurer' },
  'person-inactive': { code: 'person-inactive', grantor: 'company-admin' },
  'right-missing': { code: 'right-missing', grantor: 'operator', right: 'budget.approve' },
  'no-role-in-case': { code: 'no-role-in-case', grantor: 'own-office', right: 'tasks.approve' },
  'insurer-only': { code: 'insurer-only', grantor: 'insurer' },
  'operator-only': { code: 'operator-only', grantor: 'operator' },
  'other-office-task': { code: 'other-office-task', grantor: 'other-office' },
  'level-too-low': { code: 'level-too-low', grantor: 'company-admin', needed: 2 },
  'no-budget-permission': { code: 'no-budget-permission', grantor: 'company-admin' },
  'own-company': { code: 'own-company', grantor: 'insurer' },
  'not-by-link': { code: 'not-by-link', grantor: 'insurer' },
  'self-authored': { code: 'self-authored', grantor: 'insurer' },
  'manager-of-own-company': { code: 'manager-of-own-company', grantor: 'insurer' },
  'own-level': { code: 'own-level', grantor: 'company-admin' },
  'oneself-inactive': { code: 'oneself-inactive', grantor: 'company-admin' },
  'insurers-level': { code: 'insurers-level', grantor: 'nobody' },
  'partners-mark': { code: 'partners-mark', grantor: 'nobody' },
  'own-mark': { code: 'own-mark', grantor: 'insurer' },
  'feature-off': { code: 'feature-off', grantor: 'operator', feature: 'work-plans-in-use' },
  'status-conflict': { code: 'status-conflict', grantor: 'nobody', status: 'C', expected: ['0'] },
  'no-inspection': { code: 'no-inspection', grantor: 'insurer' },
  'result-from-parts': { code: 'result-from-parts', grantor: 'nobody' },
  'inspection-undecided': { code: 'inspection-undecided', grantor: 'insurer' },
  'inspection-rejected': { code: 'inspection-rejected', grantor: 'insurer' },
  stale: { code: 'stale', grantor: 'nobody', changedBy: 'Bertil Lind', changedAt: monday },
  'already-decided': { code: 'already-decided', grantor: 'nobody', changedBy: 'Bertil Lind', changedAt: monday },
  'limit-exceeded': {
    code: 'limit-exceeded',
    grantor: 'insurer',
    limit: 500_000,
    already: 204_000,
    amount: 420_000,
    over: 124_000,
    currency: 'EUR',
  },
  'currency-differs': { code: 'currency-differs', grantor: 'nobody', expected: 'EUR' },
  'office-not-eligible': { code: 'office-not-eligible', grantor: 'insurer', why: 'no-marked-user' },
  'member-not-eligible': { code: 'member-not-eligible', grantor: 'insurer', why: 'not-marked', name: 'Anna Korhonen' },
  'member-known': { code: 'member-known', grantor: 'nobody', name: 'Nina Person' },
  'member-elsewhere': { code: 'member-elsewhere', grantor: 'insurer', name: 'Nina Person' },
  'invited-lately': { code: 'invited-lately', grantor: 'nobody', again: monday },
  'category-unknown': { code: 'category-unknown', grantor: 'nobody' },
  'one-responsible': { code: 'one-responsible', grantor: 'nobody' },
  'nothing-to-change': { code: 'nothing-to-change', grantor: 'nobody' },
  'no-role': { code: 'no-role', grantor: 'insurer' },
  'budget-forwarded': { code: 'budget-forwarded', grantor: 'insurer', by: 'Carla Nyman', at: monday },
  'pending-budget': { code: 'pending-budget', grantor: 'insurer' },
  'main-inspection': { code: 'main-inspection', grantor: 'nobody' },
  'task-has-budget': { code: 'task-has-budget', grantor: 'nobody' },
  'task-has-invoice': { code: 'task-has-invoice', grantor: 'nobody' },
  'invoice-number-taken': { code: 'invoice-number-taken', grantor: 'nobody' },
  'task-type-unknown': { code: 'task-type-unknown', grantor: 'nobody' },
  'task-type-there': { code: 'task-type-there', grantor: 'nobody' },
  'plan-blocked': {
    code: 'plan-blocked',
    grantor: 'nobody',
    blockers: [{ thing: 'floor', name: 'Dry the floor', because: 'submitted' }],
  },
  'plan-empty': { code: 'plan-empty', grantor: 'nobody' },
  'settlement-condition': { code: 'settlement-condition', grantor: 'nobody', condition: 'consent' },
  'time-order': { code: 'time-order', grantor: 'nobody' },
  'was-completed': { code: 'was-completed', grantor: 'nobody' },
  'within-limit': { code: 'within-limit', grantor: 'nobody' },
  'already-asked': { code: 'already-asked', grantor: 'nobody', of: anAsk().of, askedAt: monday },
  'allowed-by-now': { code: 'allowed-by-now', grantor: 'nobody' },
  cancelled: { code: 'cancelled', grantor: 'nobody' },
  'other-item-refused': { code: 'other-item-refused', grantor: 'nobody' },
  blocked: { code: 'blocked', grantor: 'nobody' },
};

describe('words of a refusal', () => {
  beforeEach(() => inEnglish());

  test.each(Object.values(samples))('$code has a sentence and a way on', (refusal) => {
    const words = refusalWords(refusal, aStanding());
    expect(words.sentence).toMatch(/^\S.+\.$/);
    expect(words.wayOn).toMatch(/^\S.+\.$/);
    expect(words.short.length).toBeLessThan(60);
    expect(words.full).toBe(`${words.sentence} ${words.wayOn}`);
    expect(`${words.full} ${words.short}`).not.toMatch(/undefined|null|NaN|\{|\[object/);
    expect(words.whoCanHelp === null).toBe(refusal.grantor === 'nobody');
  });

  test.each(Object.values(samples))('$code has words without its facts, as the delta tells it', ({ code, grantor }) => {
    const words = refusalWords({ code, grantor } as Refusal, aStanding());
    expect(`${words.full} ${words.short}`).not.toMatch(/undefined|null|NaN|\{|\[object/);
  });

  test('a missing right is named with the portal and who can change it', () => {
    expect(refusalWords(samples['right-missing'], aStanding()).full).toBe(
      'Approving budgets is not among the rights of the External case handler at Nordic Mutual. The operator can change it.',
    );
  });

  test('somebody without the role is told the way to it, which begins with the mark', () => {
    const told = (marked: boolean) => refusalWords(samples['no-role-in-case'], aStanding({ marked })).full;
    expect(told(true)).toBe(
      'Approving tasks needs the External case handler role in this case, and you do not have it. ' +
        'Your company holds the External case handler role: a colleague can assign it to you.',
    );
    expect(told(false)).toContain('a colleague can assign it to you once Nordic Mutual has marked you for it.');
  });

  test('an office that cannot be chosen says who can change it', () => {
    expect(refusalWords(samples['office-not-eligible'], aStanding()).full).toBe(
      'The office cannot be chosen: none of its users is marked for the External case handler role. ' +
        'The insurer can mark one. Or choose another office.',
    );
  });

  test('a limit says by how much, as the place writes amounts', () => {
    inEnglish('fi-FI');
    const words = refusalWords(samples['limit-exceeded'], aStanding());
    expect(words.short.replaceAll(/\s/gu, ' ')).toBe('Above your limit by 1 240,00 €');
    expect(words.sentence.replaceAll(/\s/gu, ' ')).toContain('the limit is 5 000,00 €, and 2 040,00 € of it');
    expect(words.wayOn).toBe('Forward it to Nordic Mutual.');
  });

  test('a reason of a newer portal server is said to be unknown, with its code', () => {
    const words = refusalWords({ code: 'moon-phase', grantor: 'moon' } as never, aStanding());
    expect(words.sentence).toContain('moon-phase');
    expect(words.whoCanHelp).toBeNull();
  });
});
