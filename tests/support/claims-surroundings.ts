import { claimsSurroundings, type ClaimsSurroundings } from '../../portal/claims-import/claims-surroundings.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { aDirectory, aMember, anOffice, someSettings } from './builders.ts';

/** What the rows of a claims file are checked against: one drying office, one of adjusters, and people of both. */
export function someClaimsSurroundings(settings: Partial<PortalSettings> = { currency: 'USD' }): ClaimsSurroundings {
  const directory = aDirectory({
    offices: [
      anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio', services: ['drying'] }),
      anOffice({ id: 'arvio-kuopio', services: ['inspection'] }),
    ],
    members: [
      aMember({ id: 'anna', email: 'Anna@kuivaus.example', company: 'kuivaus', certified: ['drying'] }),
      aMember({ id: 'carla', email: 'carla@arvio.example', company: 'arvio', certified: ['inspection'] }),
      aMember({ id: 'bertil', email: 'bertil@nordic.example', company: 'nordic', certified: [] }),
    ],
  });
  const around = claimsSurroundings(someSettings(settings), directory, '2026-11-23T09:00:00.000Z');
  if (!around) throw new Error('the settings order no inspection');
  return around;
}
