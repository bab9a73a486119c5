import { t } from '@lingui/core/macro';
import { rightFacts, type InertReason } from '../../shared/domain/rights/right-facts.ts';
import type { Right } from '../../shared/domain/rights/rights.ts';
import { eitherText } from './figures.ts';
import { rightWords } from './right-words.ts';

/** What a right depends on, a sentence each; none where it stands alone. */
export function dependsWords(right: Right): readonly string[] {
  const { needs, workPlans } = rightFacts(right);
  const others = eitherText(needs.map((each) => `“${rightWords(each).label}”`));
  return [
    ...(needs.length > 0 ? [t`It has an effect only together with ${others}.`] : []),
    ...(workPlans === 'in-use' ? [t`It needs work plans.`] : []),
    ...(workPlans === 'not-in-use' ? [t`It is for portals without work plans.`] : []),
  ];
}

/** Why a right has no effect in a portal, as a sentence. */
export function inertWords(reason: InertReason, portalName: string): string {
  switch (reason) {
    case 'work-plans-missing':
      return t`No effect here, because ${portalName} does not use work plans.`;
    case 'work-plans-in-use':
      return t`No effect here, because ${portalName} uses work plans.`;
    case 'another-missing':
      return t`No effect as it stands, because that is not given.`;
  }
}
