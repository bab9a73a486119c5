import { describe, expect, test } from 'vitest';
import { changeRights, type PortalQuestion } from '../../../../shared/domain/portal/change-rights.ts';
import {
  changeInspectorRights,
  changeManagerRights,
} from '../../../../shared/domain/portal/change-task-role-rights.ts';
import type { PortalSettings } from '../../../../shared/domain/portal/portal-settings.ts';
import { anInsurer, aQuestion, aStanding, someSettings } from '../../../support/builders.ts';

const operator = aStanding({ side: 'operator', level: 6 });
const ask = (settings: PortalSettings, basedOn: string | null, standing = operator): PortalQuestion => ({
  standing,
  settings,
  stamp: { ...aQuestion().stamp, basedOn },
});

describe.each([
  ['project manager', changeManagerRights, 'projectManagerRights', 'projectManagerRevision', changeInspectorRights],
  ['inspector', changeInspectorRights, 'inspectorRights', 'inspectorRevision', changeManagerRights],
] as const)('the set of the %s', (_, page, set, revision, otherPage) => {
  function changed(settings: PortalSettings, basedOn: string | null) {
    const decision = page.decide(ask(settings, basedOn), { rights: ['budget.approve', 'tasks.edit'] });
    if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
    return decision;
  }

  test('stands in the order of the table and has a revision of its own', () => {
    const settings = someSettings();
    const { after } = changed(settings, 'nordic-portal');
    const own = { [set]: ['tasks.edit', 'budget.approve'], [revision]: { command: aQuestion().stamp.id } };
    expect(after).toMatchObject({ ...settings, ...own });
    // No set is stale for a change of another.
    expect(changeRights.decide(ask(after, 'nordic-portal'), { enabled: false }).kind).toBe('decided');
    expect(otherPage.decide(ask(after, 'nordic-portal'), { rights: [] }).kind).toBe('decided');
    const again = page.decide(ask(after, 'nordic-portal'), { rights: [] });
    expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'stale' } });
    expect(page.decide(ask(after, aQuestion().stamp.id), { rights: [] }).kind).toBe('decided');
  });

  test('is logged as it was and as it is, and nothing beside it', () => {
    const settings = { ...someSettings(), [set]: ['tasks.edit'] };
    expect(changed(settings, 'nordic-portal').settings).toEqual({
      before: { [set]: ['tasks.edit'] },
      after: { [set]: ['tasks.edit', 'budget.approve'] },
    });
  });

  test('in another order changes nothing, and is stale for nobody', () => {
    const settings = changed(someSettings(), 'nordic-portal').after;
    const same = page.decide(ask(settings, 'older'), { rights: ['budget.approve', 'tasks.edit'] });
    expect(same).toMatchObject({ kind: 'decided', after: settings });
  });

  test('is changed by the operator alone', () => {
    for (const standing of [anInsurer({ level: 6 }), aStanding({ level: 4 })]) {
      const decision = page.decide(ask(someSettings(), 'nordic-portal', standing), { rights: [] });
      expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'operator-only' } });
    }
  });
});

test('an inspector’s set that was never stored is empty', () => {
  const { inspectorRights: _, ...stored } = someSettings();
  const decision = changeInspectorRights.decide(ask(stored, 'nordic-portal'), { rights: [] });
  expect(decision).toMatchObject({ kind: 'decided', after: stored });
  expect('settings' in decision).toBe(false);
});
