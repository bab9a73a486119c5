import { refused, silently, type Decision, type Stamp } from '../decision.ts';
import type { Standing } from '../member/standing.ts';
import { isSame, revisionBy, staleOn } from '../overwriting.ts';
import { maySteer } from '../rights/may.ts';
import { rights, type Right } from '../rights/rights.ts';
import type { PortalSettings } from './portal-settings.ts';

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
}

/** Decides `change-rights`: the operator's alone. */
export function changeRights(
  { standing, settings, stamp }: PortalQuestion,
  input: ChangeRights,
): Decision<PortalSettings> {
  const verdict = maySteer(standing, 'portal.changeRights');
  if (!verdict.allowed) return refused(verdict.refusal);
  const { externalCaseHandler: before } = settings;
  const after = { ...before, ...input, rights: rightsInOrder(input.rights ?? before.rights) };
  if (isSame({ ...before, rights: rightsInOrder(before.rights) }, after)) return silently(settings);
  const stale = staleOn(stamp, before.revision, standing.portal);
  if (stale) return refused(stale);
  return silently({ ...settings, externalCaseHandler: { ...after, revision: revisionBy(stamp) } });
}

/** A set of rights as it is kept: each once, in their order, so that the same set is the same text. */
export function rightsInOrder(given: readonly Right[]): readonly Right[] {
  return rights.filter((right) => given.includes(right));
}
