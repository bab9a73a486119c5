import { t } from '@lingui/core/macro';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { eitherText, listText } from '../figures.ts';
import { rightWords } from '../right-words.ts';
import { roleWords } from '../role-words.ts';

/** By what somebody gave the items of a settlement to the customer: the insurer by its own authority, others by rights (domain.md §7.1). */
export function settledByWords({ as, kind, items }: Pick<Settlement, 'as' | 'kind' | 'items'>): string {
  const { word: role } = roleWords(as);
  if (as === 'insurer') return role;
  const rights = rightsFor(
    kind,
    items.some(({ asApproved }) => !asApproved),
  );
  return t`${role}, by ${rights}`;
}

function rightsFor(kind: Settlement['kind'], before: boolean): string {
  const label = (right: Parameters<typeof rightWords>[0]): string => `“${rightWords(right).label}”`;
  const cash = label('cash.allTasks');
  if (kind === 'cashOffer') return before ? listText([cash, label('cash.beforeApproval')]) : cash;
  const own = label('ownwork.beforeApproval');
  return before ? own : eitherText([own, cash]);
}
