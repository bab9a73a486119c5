import type { Stamp } from '../decision.ts';
import type { Standing } from '../member/standing.ts';
import { isSame, revisionBy, standsAt } from '../overwriting.ts';
import { maySteer } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { rights, type Right } from '../rights/rights.ts';
import { settingsPages } from '../settings-page.ts';
import type { ExternalCaseHandlerSettings, PortalSettings } from './portal-settings.ts';

/** All that a decision about a portal may read. */
export interface PortalQuestion {
  readonly standing: Standing;
  readonly settings: PortalSettings;
  readonly stamp: Stamp;
}

/** Changes what the External Case Handler role carries in a portal (seed: one definition for all who are marked). */
export interface ChangeRights {
  readonly enabled?: boolean;
  readonly rights?: readonly Right[];
  /** Minor units; null means no limit is set, which counts as 0. */
  readonly defaultLimit?: number | null;
  readonly limitBasis?: 'cumulative' | 'per-budget';
  readonly ownCompany?: boolean;
  /** Of a hundred. */
  readonly sampleWithinLimit?: number;
}

/** Makes a page about a portal's settings. */
export const portalPage = settingsPages<'portal', PortalQuestion, PortalSettings>({
  subject: 'portal',
  of: ({ settings, standing }) => ({ aggregate: settings, id: standing.portal }),
  shows: ({ projectManagerRevision: _, inspectorRevision: __, workPlansRevision: ___, ...settings }) => settings,
});

/** The page of `change-rights`: the operator's alone. */
export const changeRights = portalPage<ChangeRights>({
  authority: 'portal.changeRights',
  check: ({ standing }) => steeringRefusal(standing, 'portal.changeRights'),
  basedOn: (_, portal) => [
    { thing: 'portal:rights', in: ({ externalCaseHandler }) => standsAt(externalCaseHandler.revision, portal) },
  ],
  already: ({ settings: { externalCaseHandler: before } }, input) =>
    isSame({ ...before, rights: rightsInOrder(before.rights) }, changed(before, input)),
  apply: ({ settings, stamp }, input) => {
    const after = changed(settings.externalCaseHandler, input);
    return { ...settings, externalCaseHandler: { ...after, revision: revisionBy(stamp) } };
  },
});

function changed(before: ExternalCaseHandlerSettings, input: ChangeRights): ExternalCaseHandlerSettings {
  return { ...before, ...input, rights: rightsInOrder(input.rights ?? before.rights) };
}

/** Why somebody may not steer a portal in this, or null. */
export function steeringRefusal(
  standing: Standing,
  authority:
    | 'portal.changeRights'
    | 'portal.changeCalendar'
    | 'portal.changeCompensation'
    | 'portal.changeAllocation'
    | 'portal.changeSettlementRules'
    | 'portal.changeWorkPlans',
): Refusal | null {
  const verdict = maySteer(standing, authority);
  return verdict.allowed ? null : verdict.refusal;
}

/** A set of rights as it is kept: each once, in their order, so that the same set is the same text. */
export function rightsInOrder(given: readonly Right[]): readonly Right[] {
  return rights.filter((right) => given.includes(right));
}
