import { describe, expect, test } from 'vitest';
import { isSampled, unchecked } from '../../../../shared/domain/budget/sampled.ts';
import { bindingAmount } from '../../../../shared/domain/budget/budget.ts';
import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import { packRow, unpackRow } from '../../../../shared/domain/case/row-line.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { anApproval, code, decideOn, eur, handled } from '../../../support/budget-commands.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  anInsurer,
  bertil,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';

const approve = { name: 'approve-budget', input: { budget: 'budget-1', version: 1, money: eur(420_000) } } as const;
const check = { name: 'check-approval', input: { budget: 'budget-1', version: 1 } } as const;
const settingsWith = (sampleWithinLimit?: number) =>
  settingsWithRole({ enabled: true, rights: ['budget.approve'], sampleWithinLimit });
const handler = (percent?: number) => aCaseHandler({ settings: settingsWith(percent) });
const drawn = (ids: readonly number[], standing: Standing) =>
  ids.filter((id) => isSampled({ standing, case: handled() }, { id: `budget-${id}`, version: 1 }));

describe('what is drawn', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => index);

  test.each([0, 1, 10, 50, 99, 100])('%i of a hundred, each version by itself and every time alike', (percent) => {
    const found = drawn(ids, handler(percent));
    expect(Math.abs(found.length / 100 - percent)).toBeLessThan(1.5);
    expect(drawn(ids, handler(percent))).toEqual(found);
  });

  test('none of them at 0, and all of them at 100', () => {
    expect(drawn(ids, handler(0))).toEqual([]);
    expect(drawn(ids, handler(100))).toEqual(ids);
  });

  test('more of them never lets go of one that was drawn, and another version is drawn by itself', () => {
    const few = new Set(drawn(ids, handler(20)));
    expect(drawn(ids, handler(60))).toEqual(expect.arrayContaining([...few]));
    const versions = ids.slice(1).map((version) => ({ id: 'budget-1', version }));
    const found = versions.filter((each) => isSampled({ standing: handler(20), case: handled() }, each));
    expect(found.length).toBeGreaterThan(1_700);
    expect(found.length).toBeLessThan(2_300);
  });

  test('nothing of who has no limit, nor where it was never said', () => {
    expect(drawn(ids, anInsurer({ settings: settingsWith(100) }))).toEqual([]);
    expect(drawn(ids, handler())).toEqual([]);
  });
});

describe('an approval that was drawn', () => {
  test('stands, and waits until the insurer says that it was looked at', () => {
    const approved = decideOn(handled(), approve, handler(100));
    if (approved.kind !== 'decided') throw new Error(code(approved));
    const [budget = aBudget()] = approved.after.budgets;
    expect(budget).toMatchObject({ state: 'approved', approvals: [{ sampled: true }] });
    expect(bindingAmount(budget)).toBe(420_000);
    expect(approved.after.tasks).toMatchObject([{ status: 'B++' }]);

    const row = toListRow({ case: approved.after, chat: [], log: [] });
    expect(row.toCheck).toEqual(['budget-1']);
    expect(unpackRow(packRow(row), row.portal)).toEqual(row);
    const ownView = aCase({ ...approved.after, hidden: ['other-budgets'] });
    expect(toListRow({ case: ownView, chat: [], log: [] }).toCheck).toBeUndefined();

    const seen = decideOn(approved.after, check, anInsurer(), budget.revision);
    if (seen.kind !== 'decided') throw new Error(code(seen));
    expect(seen.after.budgets.flatMap(unchecked)).toEqual([]);
    expect(seen.after.budgets).toMatchObject([{ state: 'approved', approvals: [{ checked: { by: bertil } }] }]);
    expect(seen.after.tasks).toEqual(approved.after.tasks);
    expect(toListRow({ case: seen.after, chat: [], log: [] }).toCheck).toBeUndefined();
    expect(seen.log).toMatchObject([{ what: 'approval-checked', company: bertil.company }]);
    const [now = budget] = seen.after.budgets;
    expect(code(decideOn(seen.after, check, anInsurer(), now.revision))).toBe('nothing-to-change');
  });

  test('is looked at by the insurer alone, as the version that it is of', () => {
    const subject = aCase({
      ...handled(),
      budgets: [aBudget({ state: 'approved', approvals: [anApproval({ sampled: true })] })],
    });
    expect(code(decideOn(subject, check, handler(100)))).toBe('insurer-only');
    const other = { ...check, input: { ...check.input, version: 2 } };
    expect(code(decideOn(subject, other, anInsurer()))).toBe('stale');
  });

  test('beside one that was looked at already the later one waits by itself', () => {
    const earlier = anApproval({ sampled: true, checked: { by: bertil, at: monday } });
    const budget = aBudget({
      approvals: [earlier, anApproval({ version: 2, sampled: true }), anApproval({ version: 3 })],
    });
    expect(unchecked(budget).map(({ version }) => version)).toEqual([2]);
  });
});
