import type { Directory, OfficeEntry, Position } from '../office/directory.ts';
import { nearestOffices, officeExclusion, type OfficeCandidates } from '../office/nearest-offices.ts';
import type { OfficeExclusion } from '../rights/refusal.ts';

/** The offices that tasks of these types can be given to, all of them to one, and those that cannot (domain.md §5.1, §16.1). */
export function taskOfficeCandidates(
  directory: Directory,
  site: Position | null,
  types: readonly string[],
): OfficeCandidates {
  return nearestOffices(directory, site, (held, office) =>
    types.reduce<OfficeExclusion | null>(
      (why, type) => why ?? taskOfficeExclusion(held, office, type),
      types.length === 0 ? officeExclusion(held, office) : null,
    ),
  );
}

/** Why an office cannot be given a task of this type, or null (domain.md §3.3 row 2). */
export function taskOfficeExclusion(directory: Directory, office: OfficeEntry, type: string): OfficeExclusion | null {
  return officeExclusion(directory, office) ?? (office.services.includes(type) ? null : 'service-not-offered');
}
