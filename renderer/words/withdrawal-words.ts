import { t } from '@lingui/core/macro';
import type { WithdrawalReason } from '../../shared/contract/sync.ts';

/** Why a case is no longer the reader's, in one sentence (domain.md §16.1). */
export function withdrawalWords(reason: WithdrawalReason): string {
  return (reasons[reason] ?? reasons.other)();
}

const reasons: Readonly<Record<WithdrawalReason, () => string>> = {
  'role-removed': () => t`The External case handler role was taken from your office.`,
  'role-moved': () => t`The External case handler role is with somebody else now.`,
  'mark-removed': () => t`You are no longer marked for the External case handler role.`,
  'task-moved': () => t`The task of your company was given to another office.`,
  'early-decision': () =>
    t`The compensation was decided before the inspection was done; the inspection is with the insurer now.`,
  'task-removed': () => t`The task of your company was removed from the case.`,
  'task-handed-back': () => t`The task of your company was handed back, and no office has it now.`,
  'level-changed': () => t`Your authority level changed.`,
  deleted: () => t`The case was deleted.`,
  other: () => t`The portal no longer shows it to you.`,
};
