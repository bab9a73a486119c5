import {
  officeCandidates,
  roleUserExclusion,
  userCandidates,
  type OfficeCandidates,
  type UserCandidate,
} from '../../shared/domain/external-case-handler/candidates.ts';
import type { OfficeId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import type { MemberExclusion } from '../../shared/domain/rights/refusal.ts';
import type { Caller } from '../portal-deps.ts';
import { directoryFor } from './network.ts';
import type { ReadDeps } from './reader.ts';
import { withSeenCase, type AskedCase } from './seen-case.ts';

/** Offices for the role, nearest first, and why the others are not listed. */
export type OfficeCandidatesNow = OfficeCandidates & { readonly asOf: Moment };

/** Users for the role, those of its own office first, and why others of the company are not listed. */
export interface UserCandidatesNow {
  readonly asOf: Moment;
  /** The office that holds the role; null while none does. */
  readonly office: OfficeId | null;
  readonly eligible: readonly UserCandidate[];
  readonly excluded: readonly { readonly member: MemberEntry; readonly why: MemberExclusion }[];
}

/** The same pure function that the app runs on its own directory (design.md §11). */
export function readOfficeCandidates(
  deps: ReadDeps,
  caller: Caller,
  asked: AskedCase,
): Promise<OfficeCandidatesNow | null> {
  return withSeenCase(deps, caller, asked, ({ network, standing }, { case: seen }) => ({
    asOf: deps.now(),
    ...officeCandidates(directoryFor(network, standing), seen.site.position),
  }));
}

/** The users that the office holding the role may pick from, as far as the reader knows them. */
export function readUserCandidates(
  deps: ReadDeps,
  caller: Caller,
  asked: AskedCase,
): Promise<UserCandidatesNow | null> {
  return withSeenCase(deps, caller, asked, ({ network, standing }, { case: { role } }) => {
    if (!role) return { asOf: deps.now(), office: null, eligible: [], excluded: [] };
    const directory = directoryFor(network, standing);
    const colleagues = directory.members.filter(({ company }) => company === role.company);
    const excluded = colleagues.flatMap((member) => {
      const why = roleUserExclusion(directory, member, role.office);
      return why === null ? [] : [{ member, why }];
    });
    return { asOf: deps.now(), office: role.office, eligible: userCandidates(directory, role.office), excluded };
  });
}
