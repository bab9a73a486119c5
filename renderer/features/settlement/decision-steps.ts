import { t } from '@lingui/core/macro';
import type { Action } from '../../../shared/domain/dashboard/actions.ts';
import { headroomFor } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { settlementsOf, type Settlement } from '../../../shared/domain/settlement/settlement.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { actionWords } from '../../words/action-words.ts';
import { moneyText } from '../../words/figures.ts';
import { allocationWords } from '../../words/settlement/settlement-words.ts';
import type { NextStep } from '../case/frame.ts';

/** Each settlement that waits for the viewer's approval of what it adds. */
export function decisionSteps(open: OpenCase, actions: readonly Action[]): readonly NextStep[] {
  const [action] = actions;
  if (!action) return [];
  return settlementsOf(open.content.case)
    .filter(({ state }) => state === 'provisional')
    .map((settlement) => {
      const { id, kind, adds, currency, items } = settlement;
      const more = moneyText({ amount: adds, currency });
      return {
        action,
        about: id,
        tasks: [...new Set(items.map(({ task }) => task))],
        title: `${more} · ${allocationWords(kind)}`,
        detail: roomText(settlement, open),
        deed: { label: actionWords(action.kind).next, dialog: { kind: 'bind-settlement', settlement: id } },
      };
    });
}

/** How it stands to the limit of the External case handler; where no limit binds the viewer, that it waits. */
function roomText({ adds, currency }: Settlement, { standing, content }: OpenCase): string {
  if (!isExternalCaseHandler({ standing, case: content.case })) return t`Provisional: more than was approved`;
  const { over } = headroomFor(standing, content.case, adds);
  const above = moneyText({ amount: over, currency });
  return over > 0 ? t`Above your limit by ${above}` : t`Within your limit`;
}
