import { describe, expect, test } from 'vitest';
import { families } from '../../../../../renderer/app/families.ts';
import { tabsOf } from '../../../../../renderer/features/case/tabs/tabs-of.ts';
import { sights } from '../../../../../shared/domain/case/case-parts.ts';
import { viewOf, type Sight } from '../../../../support/brute-force/view-of.ts';
import type { Case } from '../../../../../shared/domain/case/case.ts';
import type { Standing } from '../../../../../shared/domain/member/standing.ts';
import {
  aCaseHandler,
  aContent,
  anInsurer,
  aRole,
  aStanding,
  carla,
  settingsWithRole,
} from '../../../../support/builders.ts';
import { livingCase } from '../../../../support/renderer/living-case.ts';

const caseTabs = tabsOf(families);

function locksOf(standing: Standing, parts: Sight['parts'], change: Partial<Case> = {}) {
  const content = viewOf(aContent({ role: aRole({ user: carla }), ...change }), { parts, company: standing.company });
  const open = livingCase({ standing, content }).open();
  return Object.fromEntries(
    caseTabs.flatMap((tab) => {
      const lock = tab.lock(open);
      return lock ? [[tab.id, lock.code]] : [];
    }),
  );
}

describe('a tab is locked', () => {
  test('for nobody at the insurer', () => {
    expect(locksOf(anInsurer(), sights.insurer)).toEqual({});
  });

  test('for the External case handler only without right 8', () => {
    expect(locksOf(aCaseHandler(), [...sights['external-case-handler'], ...sights['all-budgets']])).toEqual({});
    const settings = settingsWithRole({ rights: ['tasks.approve'] });
    expect(locksOf(aCaseHandler({ settings }), sights['external-case-handler'])).toEqual({
      budgets: 'right-missing',
      'cost-control': 'right-missing',
      invoices: 'right-missing',
    });
  });

  test('for a craftsman: cost control always, budgets without the permission', () => {
    expect(locksOf(aStanding(), sights['company-budgets'])).toEqual({ 'cost-control': 'no-role-in-case' });
    expect(locksOf(aStanding({ budgetPermission: false }), sights.company)).toEqual({
      budgets: 'no-budget-permission',
      'cost-control': 'no-role-in-case',
      invoices: 'no-budget-permission',
    });
  });

  test('for who sees the header only: everything but the overview', () => {
    const locks = locksOf(aCaseHandler({ member: 'dan' }), sights['company-header']);
    // Settlements have no tab for who is not given them.
    const locked = caseTabs.map(({ id }) => id).filter((id) => id !== 'overview' && id !== 'settlements');
    expect(Object.keys(locks)).toEqual(locked);
    expect(new Set(Object.values(locks))).toEqual(new Set(['no-role-in-case']));
  });

  test('not by the case being closed: it can still be read', () => {
    expect(locksOf(anInsurer(), sights.insurer, { state: 'closed' })).toEqual({});
  });
});
