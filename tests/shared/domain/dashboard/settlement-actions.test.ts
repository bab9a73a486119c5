import { expect, test } from 'vitest';
import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import { actionKindsFor, actionsFor } from '../../../../shared/domain/dashboard/actions.ts';
import { stillWaits } from '../../../../shared/domain/dashboard/notice-actions.ts';
import type { Settlement } from '../../../../shared/domain/settlement/settlement.ts';
import { aContent, anInsurer, aStanding, bertil, monday, someSettings } from '../../../support/builders.ts';
import { aSettledItem, aSettlement, aSettler, planned, settlingPortal } from '../../../support/settlements.ts';

const waits = (settlement: Partial<Settlement> = {}) =>
  toListRow(aContent(planned([{ change: { id: 'floor' } }], { settlements: [aSettlement(settlement)] })));
const kindsOf = (row: ReturnType<typeof waits>, standing: Parameters<typeof actionsFor>[1]) =>
  actionsFor(row, standing, monday).flatMap(({ kind }) => (kind === 'bind-settlements' ? [kind] : []));
const handler = aSettler(['budget.approve']);

test('a provisional settlement waits for who may approve a budget of each company, and for nobody else', () => {
  const settings = settlingPortal([]);
  expect(kindsOf(waits(), handler)).toEqual(['bind-settlements']);
  expect(kindsOf(waits(), anInsurer({ settings }))).toEqual(['bind-settlements']);
  expect(kindsOf(waits(), aSettler(['cash.allTasks', 'cash.beforeApproval']))).toEqual([]);
  expect(kindsOf(waits(), aStanding({ settings }))).toEqual([]);
  // Of the own company it is as with a budget: the portal says whether.
  const own = aSettledItem({ item: 'wall', company: 'arvio' });
  expect(kindsOf(waits({ items: [aSettledItem(), own] }), handler)).toEqual([]);
});

test('what is binding, or has ended, waits for nobody', () => {
  const bound = { by: bertil, as: 'insurer', amount: 1, at: monday } as const;
  expect(kindsOf(waits({ state: 'binding', bound }), handler)).toEqual([]);
  expect(kindsOf(waits({ state: 'ended' }), handler)).toEqual([]);
});

test('a repair that waits for the compensation decision holds it', () => {
  const gated = { ...settlingPortal(['budget.approve']), decisionGate: 'repairs-wait' } as const;
  const subject = planned([{ change: { id: 'floor' } }], { settlements: [aSettlement()], decision: null });
  const [task] = subject.tasks;
  if (!task) throw new Error('the case has a task');
  const main = { ...task, id: 'main', kind: 'inspection', main: true } as const;
  const row = toListRow(aContent({ ...subject, tasks: [{ ...task, kind: 'repair' }, main] }));
  expect(kindsOf(row, { ...handler, settings: gated })).toEqual([]);
  expect(kindsOf(row, handler)).toEqual(['bind-settlements']);
});

test('the notice of it waits as long as it does; the dashboard has the row where work plans are used', () => {
  const view = (row: ReturnType<typeof waits>) => ({ row, standing: handler, unread: 0 });
  expect(stillWaits('settlement-provisional', view(waits()), monday)).toBe(true);
  expect(stillWaits('settlement-provisional', view(waits({ state: 'ended' })), monday)).toBe(false);
  expect(actionKindsFor(handler)).toContain('bind-settlements');
  expect(actionKindsFor(anInsurer({ settings: someSettings({ workPlans: true }) }))).toContain('bind-settlements');
  expect(actionKindsFor(anInsurer())).not.toContain('bind-settlements');
});
