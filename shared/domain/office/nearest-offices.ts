import type { OfficeExclusion } from '../rights/refusal.ts';
import type { Directory, OfficeEntry, Position } from './directory.ts';

/** An office with its distance from the damage site; kilometres, null where either has no position. */
export interface OfficeCandidate {
  readonly office: OfficeEntry;
  readonly kilometres: number | null;
}

/** Offices that can be chosen for something and those that cannot, each with its reason (seed; domain.md §5.1, §16.1). */
export interface OfficeCandidates {
  /** Nearest first; without a position last, then by name: the same order for everybody. */
  readonly eligible: readonly OfficeCandidate[];
  readonly excluded: readonly { readonly office: OfficeEntry; readonly why: OfficeExclusion }[];
}

/**
 * The offices of a directory for something that not every one can be given. Pure, so that the app and the portal server
 * list the same; why an office cannot be chosen is said by the noun that it is chosen for.
 */
export function nearestOffices(
  directory: Directory,
  site: Position | null,
  exclusion: (directory: Directory, office: OfficeEntry) => OfficeExclusion | null,
): OfficeCandidates {
  const looked = directory.offices.map((office) => ({ office, why: exclusion(directory, office) }));
  const eligible = looked
    .filter(({ why }) => why === null)
    .map(({ office }) => ({ office, kilometres: kilometresBetween(site, office.position) }))
    .sort(
      (one, other) =>
        (one.kilometres ?? Infinity) - (other.kilometres ?? Infinity) || compare(one.office.name, other.office.name),
    );
  // Nobody looks for the insurer's own offices, nor asks why they are not there.
  const excluded = looked.flatMap(({ office, why }) =>
    why === null || why === 'unknown-office' ? [] : [{ office, why }],
  );
  return { eligible, excluded };
}

/** Why an office takes nothing new, whatever it is; null where it does. Only a partner's is given anything (domain.md §5.1). */
export function officeExclusion({ companies }: Directory, office: OfficeEntry): OfficeExclusion | null {
  if (companies.find(({ id }) => id === office.company)?.side !== 'partner') return 'unknown-office';
  if (!office.inNetwork) return 'not-in-network';
  return office.available ? null : 'unavailable';
}

/** Great-circle distance (domain.md §5.1 [I]). */
export function kilometresBetween(one: Position | null, other: Position | null): number | null {
  if (!one || !other) return null;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const height = radians(other.latitude - one.latitude);
  const width = radians(other.longitude - one.longitude);
  const chord =
    Math.sin(height / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(width / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
