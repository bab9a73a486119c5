import { t } from '@lingui/core/macro';
import type { SettlementId, WorkItemId } from '../../../shared/domain/ids.ts';
import { settlementsOf, type SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { Family } from '../case/frame.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { BindDialog } from './bind-dialog.tsx';
import { decisionSteps } from './decision-steps.ts';
import { seesSettlements } from './find-settlement.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { SettlementsTab } from './settlements-tab.tsx';
import { taskActions } from './task-actions.tsx';

declare module '../case/family.ts' {
  interface CaseDialogs {
    /** The items that are meant first; none where that is chosen in it. */
    'settle-items': { readonly as: SettlementKind; readonly items: readonly WorkItemId[] };
    'bind-settlement': { readonly settlement: SettlementId };
    /** What is ticked first; null for all. */
    'return-items': { readonly settlement: SettlementId; readonly items: readonly WorkItemId[] | null };
    'customer-answer': { readonly settlement: SettlementId };
  }
}

/** What went to the customer: cash offers and the customer's own work (domain.md §7.1). */
export const settlement = {
  name: 'settlement',
  tabs: [
    {
      id: 'settlements',
      order: 32,
      wide: true,
      label: () => t`Settlements`,
      shown: seesSettlements,
      lock: () => null,
      count: ({ content }) => settlementsOf(content.case).filter(({ state }) => state !== 'ended').length,
      Panel: SettlementsTab,
    },
  ],
  dialogs: {
    'settle-items': SettleDialog,
    'bind-settlement': BindDialog,
    'return-items': ReturnDialog,
    'customer-answer': AnswerDialog,
  },
  taskActions,
  steps: { 'bind-settlements': decisionSteps },
  // What stands in the way, and what is to be entered, is said in the dialog.
  unchosen: { 'settle-items': isUnchosen },
} satisfies Family;

const unchosen: readonly Refusal['code'][] = ['plan-blocked', 'settlement-condition', 'stale'];

function isUnchosen({ code }: Refusal): boolean {
  return unchosen.includes(code);
}
