import type { Moment } from '../../shared/domain/moment.ts';
import { sheetFor } from '../../shared/domain/settlement/make-settlement.ts';
import { settlementSheet } from '../../shared/domain/settlement/settlement-sheet.ts';
import { settlementsOf } from '../../shared/domain/settlement/settlement.ts';
import { itemsOfTask } from '../../shared/domain/work-plan/plan-items.ts';
import type { WorkItemState } from '../../shared/domain/work-plan/work-plan.ts';
import { byHandler, type TaskStage } from './tell-step.ts';

/** The last item of a task that is in this state goes to the customer as a cash offer. */
export function offerCash(stage: TaskStage, at: Moment, wanted: WorkItemState): void {
  const { teller, cast, task } = stage;
  const { case: subject } = teller.content();
  const { settings } = cast.network;
  const items = itemsOfTask(subject, task)
    .filter(({ state }) => state === wanted)
    .slice(-1);
  const entered = { deductible: 0, ageDeductions: [], hours: [], agreed: false, consent: false };
  const { result } = settlementSheet(
    sheetFor({ case: subject, standing: { settings } }, items, { kind: 'cashOffer', entered }),
  );
  byHandler(stage, at, {
    name: 'settle-items',
    input: {
      kind: 'cashOffer',
      items: items.map(({ id, revision }) => ({ id, revision })),
      entered,
      result: { amount: result, currency: settings.currency },
    },
  });
}

/** The customer takes the offer that was made last. */
export function acceptCash(stage: TaskStage, at: Moment): void {
  const offer = settlementsOf(stage.teller.content().case).at(-1);
  if (!offer) return;
  byHandler(stage, at, {
    name: 'record-customer-answer',
    input: {
      settlement: offer.id,
      revision: offer.revision,
      answer: 'accepted',
      note: 'By phone: they have the tiles taken out themselves.',
    },
  });
}
