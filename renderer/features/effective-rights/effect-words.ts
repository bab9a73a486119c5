import { t } from '@lingui/core/macro';
import { rightsInUse } from '../../../shared/domain/command-book.ts';
import type { MemberStanding } from '../../../shared/domain/member/standing.ts';
import { rights, type Authority } from '../../../shared/domain/rights/rights.ts';

const ofWorkPlans: readonly Authority[] = ['cash.allTasks', 'cash.beforeApproval', 'ownwork.beforeApproval'];

/** Why a yes comes to less than it seems to, or is no permission; null where it is one that can be used. */
export function effectWords(authority: Authority, { portalName, settings }: MemberStanding): string | null {
  if (authority === 'chat.forceMark')
    return t`No permission but a mark: the External case handler of the case is told of every chat message.`;
  if (authority === 'budget.onBehalf' && settings.workPlans)
    return t`Without effect: ${portalName} uses work plans instead of simple budgets.`;
  if (ofWorkPlans.includes(authority) && !settings.workPlans)
    return t`Without effect: ${portalName} does not use work plans.`;
  const unused = rights.some((right) => right === authority && !rightsInUse.includes(right));
  return unused ? t`Not yet in this version of the app.` : null;
}
