import { revisionBy, standsAt } from '../overwriting.ts';
import { portalPage, steeringRefusal } from '../portal/change-rights.ts';
import { decidesByPart, type CompensationSettings } from './compensation-settings.ts';

/** Changes how a portal decides on compensation; what is decided stays. */
export type ChangeCompensation = Pick<CompensationSettings, 'parts'>;

/** The page of `change-compensation`. */
export const changeCompensation = portalPage<ChangeCompensation>({
  authority: 'portal.changeCompensation',
  check: ({ standing }) => steeringRefusal(standing, 'portal.changeCompensation'),
  basedOn: (_, portal) => [
    { thing: 'portal:compensation', in: ({ compensation }) => standsAt(compensation?.revision, portal) },
  ],
  already: ({ settings }, { parts }) => decidesByPart(settings) === (parts === 'by-part'),
  apply: ({ settings, stamp }, { parts }) => ({ ...settings, compensation: { parts, revision: revisionBy(stamp) } }),
});
