import type { ChangeOffice } from '../../../shared/domain/office/change-office.ts';
import type { OfficeEntry, Position } from '../../../shared/domain/office/directory.ts';
import { isSame } from '../../../shared/domain/overwriting.ts';

/** What is entered of an office; degrees as they are typed. */
export interface OfficeDraft {
  readonly available: boolean;
  readonly inNetwork: boolean;
  readonly services: readonly string[];
  readonly postalCode: string;
  readonly latitude: string;
  readonly longitude: string;
  /** The portal's own place is given up for where the company says it is. */
  readonly companysPlace: boolean;
}

/** What is wrong with the place that is entered. */
export type PlaceFault = 'latitude' | 'longitude' | 'no-position';

/** The draft that changes nothing. */
export function draftOf({ available, inNetwork, services, postalCode = '', position }: OfficeEntry): OfficeDraft {
  return { available, inNetwork, services, postalCode, ...degreesOf(position), companysPlace: false };
}

/** A position as it is typed. */
export function degreesOf(position: Position | null): Pick<OfficeDraft, 'latitude' | 'longitude'> {
  return { latitude: String(position?.latitude ?? ''), longitude: String(position?.longitude ?? '') };
}

/** What of the place cannot be taken; null where it can, or where it was not touched. */
export function placeFault(office: OfficeEntry, draft: OfficeDraft): PlaceFault | null {
  if (!isPlaceTouched(office, draft)) return null;
  if (draft.latitude.trim() === '' && draft.longitude.trim() === '') return 'no-position';
  if (readDegrees(draft.latitude, 90) === null) return 'latitude';
  return readDegrees(draft.longitude, 180) === null ? 'longitude' : null;
}

/** What differs from what was there; empty where nothing does. Asked only where the place has no fault. */
export function changeOf(office: OfficeEntry, draft: OfficeDraft): ChangeOffice {
  const { available, inNetwork, services } = draft;
  return {
    ...(available === office.available ? {} : { available }),
    ...(inNetwork === office.inNetwork ? {} : { inNetwork }),
    ...(isSame(services, office.services) ? {} : { services }),
    ...placeChange(office, draft),
  };
}

function placeChange(office: OfficeEntry, draft: OfficeDraft): Pick<ChangeOffice, 'place'> {
  if (draft.companysPlace) return { place: null };
  const [latitude, longitude] = [readDegrees(draft.latitude, 90), readDegrees(draft.longitude, 180)];
  if (!isPlaceTouched(office, draft) || latitude === null || longitude === null) return {};
  return { place: { postalCode: draft.postalCode.trim(), position: { latitude, longitude } } };
}

function isPlaceTouched(office: OfficeEntry, draft: OfficeDraft): boolean {
  const { postalCode, latitude, longitude } = draftOf(office);
  const touched = draft.postalCode !== postalCode || draft.latitude !== latitude || draft.longitude !== longitude;
  return touched && !draft.companysPlace;
}

/** Degrees as people type them, with a point or a comma; null where it is none. */
function readDegrees(typed: string, most: number): number | null {
  const text = typed.trim().replace('−', '-').replace(',', '.');
  if (!/^-?\d{1,3}(\.\d{1,15})?$/.test(text)) return null;
  const degrees = Number(text);
  return Math.abs(degrees) <= most ? degrees : null;
}
