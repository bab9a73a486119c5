import { refused, silently, type Decision } from '../decision.ts';
import { isSame, revisionBy, staleOn } from '../overwriting.ts';
import { maySteer } from '../rights/may.ts';
import type { Right } from '../rights/rights.ts';
import { rightsInOrder, type PortalQuestion } from './change-rights.ts';
import type { PortalSettings } from './portal-settings.ts';

/** Changes what the project manager of a case may do in a portal: all of the set as it shall be (domain.md §1.5). */
export interface ChangeManagerRights {
  readonly rights: readonly Right[];
}

/** Decides `change-manager-rights`: the operator's alone, with a revision of its own. */
export function changeManagerRights(
  { standing, settings, stamp }: PortalQuestion,
  input: ChangeManagerRights,
): Decision<PortalSettings> {
  const verdict = maySteer(standing, 'portal.changeRights');
  if (!verdict.allowed) return refused(verdict.refusal);
  const projectManagerRights = rightsInOrder(input.rights);
  if (isSame(rightsInOrder(settings.projectManagerRights), projectManagerRights)) return silently(settings);
  const stale = staleOn(stamp, settings.projectManagerRevision, standing.portal);
  if (stale) return refused(stale);
  return silently({ ...settings, projectManagerRights, projectManagerRevision: revisionBy(stamp) });
}
