import { t } from '@lingui/core/macro';
import type { AllocationSettings } from '../../../shared/domain/portal/allocation.ts';
import { kilometresText } from '../figures.ts';

/** Up to how far from the damage site an office is recommended. */
export function recommendedWords(kilometres: AllocationSettings['recommendedKilometres']): string {
  return kilometres === null ? t`However far` : kilometresText(kilometres);
}

/** Whether who handles a case may give its project management to the own company. */
export function ownManagerWords(rule: AllocationSettings['managerFromOwnCompany']): string {
  return rule === 'allowed' ? t`Allowed, and marked in the log` : t`Only the insurer gives it`;
}
