import { isSame, revisionBy, standsAt } from '../overwriting.ts';
import type { Right } from '../rights/rights.ts';
import { portalPage, rightsInOrder, steeringRefusal } from './change-rights.ts';

/** Changes what the project manager of a case may do in a portal: all of the set as it shall be (domain.md §1.5). */
export interface ChangeManagerRights {
  readonly rights: readonly Right[];
}

/** The page of `change-manager-rights`: the operator's alone, with a revision of its own. */
export const changeManagerRights = portalPage<ChangeManagerRights>({
  authority: 'portal.changeRights',
  check: ({ standing }) => steeringRefusal(standing, 'portal.changeRights'),
  basedOn: (_, portal) => [
    {
      thing: 'portal:manager-rights',
      in: ({ projectManagerRevision }) => standsAt(projectManagerRevision, portal),
    },
  ],
  already: ({ settings }, { rights }) => isSame(rightsInOrder(settings.projectManagerRights), rightsInOrder(rights)),
  apply: ({ settings, stamp }, { rights }) => ({
    ...settings,
    projectManagerRights: rightsInOrder(rights),
    projectManagerRevision: revisionBy(stamp),
  }),
});
