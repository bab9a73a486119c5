import { isSame, revisionBy, standsAt } from '../overwriting.ts';
import type { Right } from '../rights/rights.ts';
import { portalPage, rightsInOrder, steeringRefusal } from './change-rights.ts';

/** Changes what somebody may do in a portal by being responsible for a task: all of the set as it shall be (domain.md §1.5). */
export interface ChangeTaskRoleRights {
  readonly rights: readonly Right[];
}

/** Where a portal keeps the set of a role by a task, and its revision; `thing` is what the wire calls it. */
interface KeptSet {
  readonly thing: string;
  readonly set: 'projectManagerRights' | 'inspectorRights';
  readonly revision: 'projectManagerRevision' | 'inspectorRevision';
}

/** The page of a command that sets such a set: the operator's alone, with a revision of its own. */
function taskRolePage({ thing, set, revision }: KeptSet) {
  return portalPage<ChangeTaskRoleRights>({
    authority: 'portal.changeRights',
    check: ({ standing }) => steeringRefusal(standing, 'portal.changeRights'),
    basedOn: (_, portal) => [{ thing, in: (settings) => standsAt(settings[revision], portal) }],
    already: ({ settings }, { rights }) => isSame(rightsInOrder(settings[set] ?? []), rightsInOrder(rights)),
    apply: ({ settings, stamp }, { rights }) => ({
      ...settings,
      [set]: rightsInOrder(rights),
      [revision]: revisionBy(stamp),
    }),
  });
}

/** The page of `change-manager-rights`. */
export const changeManagerRights = taskRolePage({
  thing: 'portal:manager-rights',
  set: 'projectManagerRights',
  revision: 'projectManagerRevision',
});

/** The page of `change-inspector-rights`. */
export const changeInspectorRights = taskRolePage({
  thing: 'portal:inspector-rights',
  set: 'inspectorRights',
  revision: 'inspectorRevision',
});
