import type { Decision } from '../decision.ts';
import type { Standing } from '../member/standing.ts';
import { maySteer } from '../rights/may.ts';
import type { Right } from '../rights/rights.ts';
import type { PortalSettings } from './portal-settings.ts';

/** All that a decision about a portal may read. */
export interface PortalQuestion {
  readonly standing: Standing;
  readonly settings: PortalSettings;
}

/** Changes what the External Case Handler role carries in a portal (seed: one definition for all who are marked). */
export interface ChangeRights {
  readonly enabled?: boolean;
  readonly rights?: readonly Right[];
  /** Minor units; null means no limit is set, which counts as 0. */
  readonly defaultLimit?: number | null;
  readonly limitBasis?: 'cumulative' | 'per-budget';
  readonly ownCompany?: boolean;
}

/** Decides `change-rights`: the operator's alone. */
export function changeRights({ standing, settings }: PortalQuestion, input: ChangeRights): Decision<PortalSettings> {
  const verdict = maySteer(standing, 'portal.changeRights');
  if (!verdict.allowed) return { kind: 'refused', refusal: verdict.refusal };
  const externalCaseHandler = { ...settings.externalCaseHandler, ...input };
  return { kind: 'decided', after: { ...settings, externalCaseHandler }, chat: [], log: [], consequences: [] };
}
