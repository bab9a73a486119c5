import type { OfficeId } from '../ids.ts';
import type { Directory, MemberEntry, OfficeEntry, Position } from '../office/directory.ts';
import type { MemberExclusion, OfficeExclusion } from '../rights/refusal.ts';

/** An office with its distance from the damage site; kilometres, null where either has no position. */
export interface OfficeCandidate {
  readonly office: OfficeEntry;
  readonly kilometres: number | null;
}

/** Offices for the role and those that are not, each with its reason (seed; domain.md §5.1, §5.3, §16.1). */
export interface OfficeCandidates {
  /** Nearest first; without a position last, then by name. */
  readonly eligible: readonly OfficeCandidate[];
  readonly excluded: readonly { readonly office: OfficeEntry; readonly why: OfficeExclusion }[];
}

/** Pure, so that the app and the portal server list the same offices. */
export function officeCandidates(directory: Directory, site: Position | null): OfficeCandidates {
  const looked = directory.offices.map((office) => ({ office, why: roleOfficeExclusion(directory, office) }));
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

/** Why an office cannot be given the role, or null: the role is a partner's. */
export function roleOfficeExclusion(directory: Directory, office: OfficeEntry): OfficeExclusion | null {
  const company = directory.companies.find(({ id }) => id === office.company);
  if (company?.side !== 'partner') return 'unknown-office';
  if (!office.inNetwork) return 'not-in-network';
  if (!office.available) return 'unavailable';
  return office.marked > 0 ? null : 'no-marked-user';
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
