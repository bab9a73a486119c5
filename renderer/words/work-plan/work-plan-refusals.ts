import { plural, t } from '@lingui/core/macro';
import type { BlockedBecause, PlanBlocker } from '../../../shared/domain/work-plan/plan-blocker.ts';
import { listText } from '../figures.ts';
import type { Book } from '../refusal-said.ts';

const because: Readonly<Record<BlockedBecause, () => string>> = {
  changed: () => t`somebody else changed it`,
  gone: () => t`it is not there any more`,
  submitted: () => t`it waits for a decision: recall it first`,
  approved: () => t`it is approved: lower its quantity instead, and send it`,
  allocated: () => t`it is no longer the partner's`,
  'other-task': () => t`it was sent once and stays with its task`,
  'no-such-room': () => t`its room is not there any more`,
  'room-in-use': () => t`there are items in it`,
  'no-budget-task': () => t`its task needs no budget`,
  quantity: () => t`its quantity cannot be read`,
  'too-large': () => t`it costs more than any amount here`,
  'no-price': () => t`the company that has its task has not entered a price yet`,
  forwarded: () => t`its budget lies with the insurer`,
  reported: () => t`its task is reported as done`,
  'task-status': () => t`its task cannot be planned as it is now`,
  invoiced: () => t`an invoice of its task stands`,
  'trade-excluded': () => t`the insurer does not let customers do this trade themselves`,
  'hours-missing': () => t`the hours that it takes are missing`,
};

/** Why a room or an item stands in the way, without a full stop. */
export function blockedWords(why: BlockedBecause): string {
  return because[why]();
}

/** A room or an item with what stands in its way. */
function blockerWords({ name, because: why }: PlanBlocker): string {
  const named = name || t`An item`;
  return `${named}: ${blockedWords(why)}`;
}

/** Why a work plan is not changed or sent. */
export const workPlanRefusals = {
  'plan-blocked': ({ blockers = [] }) => ({
    short: t`Something stands in the way`,
    sentence:
      blockers.length === 0 ? t`Some rooms or items stand in the way.` : `${listText(blockers.map(blockerWords))}.`,
    wayOn: plural(Math.max(1, blockers.length), {
      one: 'Nothing was changed. Mend it, or leave it out.',
      other: 'Nothing was changed. Mend them, or leave them out.',
    }),
  }),
  'plan-empty': () => ({
    short: t`Nothing planned`,
    sentence: t`There is no work item for this task yet.`,
    wayOn: t`Add one first.`,
  }),
} satisfies Partial<Book>;
