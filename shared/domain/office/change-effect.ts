import { roleOfficeExclusion } from '../external-case-handler/candidates.ts';
import type { OfficeExclusion } from '../rights/refusal.ts';
import type { ChangeOffice } from './change-office.ts';
import type { Directory, OfficeEntry } from './directory.ts';
import { kilometresBetween } from './nearest-offices.ts';

/** What a change of an office does to what it is given from then on; what it has stays (domain.md §5.3). */
export interface OfficeEffect {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Why it leaves the lists for the External case handler role; null where it comes into them, undefined where neither. */
  readonly role: OfficeExclusion | null | undefined;
  /** How far it moves; null where it had no position, undefined where it stays. */
  readonly moved: number | null | undefined;
}

/** What a change of an office would do. */
export function officeEffect(directory: Directory, office: OfficeEntry, change: ChangeOffice): OfficeEffect {
  const { services = office.services, place } = change;
  const [before, after] = [office, { ...office, ...change }].map((each) => roleOfficeExclusion(directory, each));
  return {
    added: services.filter((code) => !office.services.includes(code)),
    removed: office.services.filter((code) => !services.includes(code)),
    role: before === after ? undefined : after,
    moved: place ? kilometresBetween(office.position, place.position) : undefined,
  };
}
