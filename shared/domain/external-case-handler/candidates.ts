import type { OfficeId } from '../ids.ts';
import type { Directory, MemberEntry, OfficeEntry, Position } from '../office/directory.ts';
import { nearestOffices, officeExclusion, type OfficeCandidates } from '../office/nearest-offices.ts';
import type { MemberExclusion, OfficeExclusion } from '../rights/refusal.ts';

/** Offices for the role and those that are not, each with its reason (seed; domain.md §5.3, §16.1). */
export function officeCandidates(directory: Directory, site: Position | null): OfficeCandidates {
  return nearestOffices(directory, site, roleOfficeExclusion);
}

/** Why an office cannot be given the role, or null: the role is a partner's. */
export function roleOfficeExclusion(directory: Directory, office: OfficeEntry): OfficeExclusion | null {
  return officeExclusion(directory, office) ?? (office.marked > 0 ? null : 'no-marked-user');
}

/** A user the supplier may pick, those of the role's own office first. */
export interface UserCandidate {
  readonly member: MemberEntry;
  readonly office: OfficeEntry | null;
  readonly sameOffice: boolean;
}

/** Users for the role in an office: marked users of it or of any other available office of the company (seed). */
export function userCandidates(directory: Directory, office: OfficeId): readonly UserCandidate[] {
  return directory.members
    .filter((member) => roleUserExclusion(directory, member, office) === null)
    .map((member) => ({
      member,
      office: directory.offices.find((each) => each.id === member.office) ?? null,
      sameOffice: member.office === office,
    }))
    .sort(
      (one, other) => Number(other.sameOffice) - Number(one.sameOffice) || compare(one.member.name, other.member.name),
    );
}

/** Why a member cannot have the role that this office holds, or null. */
export function roleUserExclusion(directory: Directory, member: MemberEntry, office: OfficeId): MemberExclusion | null {
  const holder = directory.offices.find((each) => each.id === office);
  if (!holder || member.company !== holder.company) return 'other-company';
  if (!member.active || member.level === 0) return 'inactive';
  if (!member.marked) return 'not-marked';
  if (member.office === office) return null;
  const own = directory.offices.find((each) => each.id === member.office);
  return own?.available ? null : 'office-unavailable';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
