import { isSame, revisionBy, standsAt } from '../overwriting.ts';
import { allocationIn, type AllocationSettings } from './allocation.ts';
import { portalPage, steeringRefusal } from './change-rights.ts';

/** Sets how tasks are allocated in a portal: all of it as it shall be. */
export type ChangeAllocation = Omit<AllocationSettings, 'revision'>;

/** The page of `change-allocation`. What is allocated already stays where it is. */
export const changeAllocation = portalPage<ChangeAllocation>({
  authority: 'portal.changeAllocation',
  check: ({ standing }) => steeringRefusal(standing, 'portal.changeAllocation'),
  basedOn: (_, portal) => [
    { thing: 'portal:allocation', in: (settings) => standsAt(allocationIn(settings).revision, portal) },
  ],
  already: ({ settings }, input) => isSame(setIn(allocationIn(settings)), setIn(input)),
  apply: ({ settings, stamp }, input) => ({
    ...settings,
    allocation: { ...setIn(input), revision: revisionBy(stamp) },
  }),
});

function setIn({ recommendedKilometres, managerFromOwnCompany }: ChangeAllocation): ChangeAllocation {
  return { recommendedKilometres, managerFromOwnCompany };
}
