import { t } from '@lingui/core/macro';
import type { MemberExclusion, OfficeExclusion } from '../../shared/domain/rights/refusal.ts';

/** Why somebody or something is not in a selection list, and who can change it. */
export interface ExclusionWords {
  /** A few words, for a list of reasons. */
  readonly short: string;
  /** A clause that ends a sentence. */
  readonly reason: string;
  readonly wayOn: string;
}

/** Why an office is not listed (domain.md §16.1). */
export function officeExclusionWords(why: OfficeExclusion): ExclusionWords {
  return offices[why]();
}

/** Why a person is not listed. */
export function memberExclusionWords(why: MemberExclusion): ExclusionWords {
  return members[why]();
}

const offices: Readonly<Record<OfficeExclusion, () => ExclusionWords>> = {
  'not-in-network': () => ({
    short: t`Not in the partner network`,
    reason: t`it is not in the insurer's partner network.`,
    wayOn: t`The insurer can take it in.`,
  }),
  unavailable: () => ({
    short: t`Takes no new tasks`,
    reason: t`it is set to unavailable for new tasks.`,
    wayOn: t`The office can change it.`,
  }),
  'no-marked-user': () => ({
    short: t`No marked user`,
    reason: t`none of its users is marked for the External case handler role.`,
    wayOn: t`The insurer can mark one.`,
  }),
  'service-not-offered': () => ({
    short: t`Service not offered`,
    reason: t`it does not offer this service.`,
    wayOn: t`The office can add it to its services.`,
  }),
  'unknown-office': () => ({
    short: t`Not known`,
    reason: t`it is not in this portal.`,
    wayOn: t`The insurer can take it in.`,
  }),
};

const members: Readonly<Record<MemberExclusion, () => ExclusionWords>> = {
  'unknown-member': () => ({
    short: t`Not known`,
    reason: t`there is no such member in this portal.`,
    wayOn: t`A company admin can add members.`,
  }),
  inactive: () => ({
    short: t`Not active`,
    reason: t`the account is not active.`,
    wayOn: t`A company admin can change it.`,
  }),
  'not-marked': () => ({
    short: t`Not marked`,
    reason: t`not marked for the External case handler role.`,
    wayOn: t`The insurer can mark users.`,
  }),
  'other-company': () => ({
    short: t`Another company`,
    reason: t`works for another company.`,
    wayOn: t`Only the company's own people can be chosen.`,
  }),
  'office-unavailable': () => ({
    short: t`Office takes no new tasks`,
    reason: t`their office is set to unavailable for new tasks.`,
    wayOn: t`The office can change it.`,
  }),
  'not-certified': () => ({
    short: t`Not certified`,
    reason: t`not certified for this kind of task.`,
    wayOn: t`A company admin can change it.`,
  }),
};
