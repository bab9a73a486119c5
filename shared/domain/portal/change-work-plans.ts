import { revisionBy, standsAt } from '../overwriting.ts';
import { portalPage, steeringRefusal } from './change-rights.ts';

/** Says whether a portal uses work plans or simple budgets (domain.md §7). */
export interface ChangeWorkPlans {
  readonly workPlans: boolean;
}

/** The page of `change-work-plans`. What runs goes on as it began, and drafts stay; only what is new is of the other kind. */
export const changeWorkPlans = portalPage<ChangeWorkPlans>({
  authority: 'portal.changeWorkPlans',
  check: ({ standing }) => steeringRefusal(standing, 'portal.changeWorkPlans'),
  basedOn: (_, portal) => [
    { thing: 'portal:work-plans', in: ({ workPlansRevision }) => standsAt(workPlansRevision, portal) },
  ],
  already: ({ settings }, { workPlans }) => settings.workPlans === workPlans,
  apply: ({ settings, stamp }, { workPlans }) => ({ ...settings, workPlans, workPlansRevision: revisionBy(stamp) }),
});
