import { describe, expect, test } from 'vitest';
import type { CaseRow } from '../../../../shared/domain/case/list-row.ts';
import { changeEffect, isHarmless, type EffectQuestion } from '../../../../shared/domain/member/change-effect.ts';
import type { MemberEntry } from '../../../../shared/domain/office/directory.ts';
import {
  aDirectory,
  aMember,
  anInsurer,
  anOffice,
  aStanding,
  carla,
  settingsWithRole,
} from '../../../support/builders.ts';
import { aRow, aRowBudget, aRowRole, aRowTask } from '../../../support/rows.ts';

const held = (change: Partial<CaseRow> = {}): CaseRow => aRow({ role: aRowRole({ user: carla }), ...change });
const away = aMember({ id: 'dan', name: 'Dan', marked: false, away: { deputy: 'carla' } });
const directory = aDirectory({
  offices: [anOffice({ marked: 2 }), anOffice({ id: 'arvio-oulu', marked: 1 })],
  members: [aMember(), away],
});
const rows: readonly CaseRow[] = [
  held({
    budgets: [
      aRowBudget({ amount: 700_000 }),
      aRowBudget({ amount: 200_000 }),
      aRowBudget({ amount: 700_000, forwarded: true }),
      aRowBudget({ amount: 700_000, company: 'arvio' }),
    ],
    tasks: [aRowTask({ responsibles: ['carla'] }), aRowTask({ responsibles: ['carla'], status: 'A' })],
  }),
  held({ budgets: [aRowBudget({ amount: 300_000 })] }),
  held({ state: 'closed' }),
  held({ portal: 'another' }),
  aRow({ budgets: [aRowBudget({ amount: 900_000 })] }),
];
const effect = (change: Partial<MemberEntry>, asked: Partial<EffectQuestion> = {}, before = aMember()) =>
  changeEffect({ standing: anInsurer(), directory, rows, loaded: true, ...asked }, before, { ...before, ...change });
const none = { roles: 0, budgets: 0, tasks: 0, deputyOf: [], office: null, unknown: null };
const limit = (amount: number) => ({ limit: { kind: 'other', amount } }) as const;

describe('what a change of a member does elsewhere', () => {
  test('the mark taken ends the role in every open case of the portal, and nothing else', () => {
    expect(effect({ marked: false })).toEqual({ ...none, roles: 2 });
  });

  test.each([{ active: false }, { level: 0 as const }])(
    '%o ends it too, and leaves tasks and absences alone',
    (change) => {
      expect(effect(change)).toEqual({ ...none, roles: 2, tasks: 1, deputyOf: ['dan'] });
      expect(effect(change, {}, aMember({ marked: false }))).toEqual({ ...none, tasks: 1, deputyOf: ['dan'] });
    },
  );

  test('a new limit counts the waiting budgets above it that are this user’s to decide', () => {
    expect(effect(limit(250_000))).toEqual({ ...none, budgets: 2 });
    expect(effect(limit(300_000))).toEqual({ ...none, budgets: 1 });
    expect(effect(limit(800_000))).toEqual(none);
    expect(effect(limit(500_000))).toEqual(none);
    const settings = settingsWithRole({ rights: [] });
    expect(effect(limit(1), { standing: anInsurer({ settings }) })).toEqual(none);
  });

  test('an office that loses its last marked user is named', () => {
    expect(effect({ marked: false }, {}, aMember({ id: 'x', office: 'arvio-oulu' }))).toEqual({
      ...none,
      office: 'arvio-oulu',
    });
  });

  test.each<Partial<MemberEntry>>([{ certified: [] }, { level: 3 }, { marked: true }, { budgetPermission: true }])(
    '%o touches nothing, whatever is known',
    (change) => {
      const harmless = effect(change, { loaded: false });
      expect(harmless).toEqual(none);
      expect(isHarmless(harmless)).toBe(true);
    },
  );

  test('what is not known is said to be so', () => {
    const partner = (change: Parameters<typeof aStanding>[0]) => ({
      standing: aStanding({ company: 'arvio', ...change }),
    });
    expect(effect({ marked: false }, { rows: [], loaded: false })).toEqual({ ...none, unknown: 'not-loaded' });
    expect(effect({ active: false }, partner({ level: 4 })).unknown).toBeNull();
    expect(effect({ active: false }, partner({ level: 1 })).unknown).toBe('not-seen');
    expect(effect({ marked: false }, { standing: anInsurer({ side: 'operator' }) }).unknown).toBe('not-seen');
    expect(isHarmless(effect({ active: false }, { rows: [], loaded: false }, aMember({ id: 'x' })))).toBe(false);
  });
});
