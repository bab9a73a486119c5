import { expect, test } from 'vitest';
import { changeManagerRights } from '../../../../shared/domain/portal/change-project-rights.ts';
import { changeRights, type PortalQuestion } from '../../../../shared/domain/portal/change-rights.ts';
import type { PortalSettings } from '../../../../shared/domain/portal/portal-settings.ts';
import { anInsurer, aQuestion, aStanding, someSettings } from '../../../support/builders.ts';

const operator = aStanding({ side: 'operator', level: 6 });
const ask = (settings: PortalSettings, basedOn: string | null, standing = operator): PortalQuestion => ({
  standing,
  settings,
  stamp: { ...aQuestion().stamp, basedOn },
});

function changed(settings: PortalSettings, basedOn: string | null): PortalSettings {
  const decision = changeManagerRights.decide(ask(settings, basedOn), { rights: ['budget.approve', 'tasks.edit'] });
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision.after;
}

test('the project manager’s rights stand in the order of the table and have a revision of their own', () => {
  const settings = someSettings();
  const after = changed(settings, 'nordic-portal');
  expect(after.projectManagerRights).toEqual(['tasks.edit', 'budget.approve']);
  expect(after.projectManagerRevision?.command).toBe(aQuestion().stamp.id);
  expect(after.externalCaseHandler).toEqual(settings.externalCaseHandler);
  // Neither set is stale for a change of the other.
  expect(changeRights.decide(ask(after, 'nordic-portal'), { enabled: false }).kind).toBe('decided');
  const again = changeManagerRights.decide(ask(after, 'nordic-portal'), { rights: [] });
  expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'stale' } });
  expect(changeManagerRights.decide(ask(after, aQuestion().stamp.id), { rights: [] }).kind).toBe('decided');
});

test('the same rights in another order change nothing, and are stale for nobody', () => {
  const settings = changed(someSettings(), 'nordic-portal');
  const same = changeManagerRights.decide(ask(settings, 'older'), { rights: ['budget.approve', 'tasks.edit'] });
  expect(same).toMatchObject({ kind: 'decided', after: settings });
});

test('only the operator changes them', () => {
  for (const standing of [anInsurer({ level: 6 }), aStanding({ level: 4 })]) {
    const decision = changeManagerRights.decide(ask(someSettings(), 'nordic-portal', standing), { rights: [] });
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'operator-only' } });
  }
});
