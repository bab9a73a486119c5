import { t } from '@lingui/core/macro';
import type { Right } from '../../shared/domain/rights/rights.ts';

/** One of the sixteen rights as the portal's definition of the role has it. */
export interface RightWords {
  /** The action's label. */
  readonly label: string;
  readonly explanation: string;
  /** The gerund in a sentence: "… is not among the rights of the External case handler". */
  readonly doing: string;
  /** Where label and explanation say different things, which of them holds. */
  readonly note: string | null;
}

/** The words of a right. */
export function rightWords(right: Right): RightWords {
  return { note: null, ...rightBook[right]() };
}

type Words = Omit<RightWords, 'note'> & { readonly note?: string };

const rightBook: Readonly<Record<Right, () => Words>> = {
  'tasks.edit': () => ({
    label: t`Add and remove tasks`,
    explanation: t`Tasks can be added and removed to get the best set-up for the case.`,
    doing: t`Adding and removing tasks`,
  }),
  'tasks.allocate': () => ({
    label: t`Allocate partners to tasks`,
    explanation: t`Tasks can be assigned, based on the insurance company's partner network and settings.`,
    doing: t`Allocating partners to tasks`,
  }),
  'offices.categories': () => ({
    label: t`Show office categories`,
    explanation: t`The office categories that the insurance company has defined can be used when assigning tasks.`,
    doing: t`Seeing the office categories`,
  }),
  'decision.make': () => ({
    label: t`Make compensation decision`,
    explanation: t`The compensation decision in a case can be made as by an internal user.`,
    doing: t`Deciding on the compensation`,
  }),
  'cash.allTasks': () => ({
    label: t`Make cash offer for all tasks`,
    explanation: t`Work items and tasks can be assigned as a cash offer (work plans only).`,
    doing: t`Making cash offers`,
  }),
  'cash.beforeApproval': () => ({
    label: t`Make cash offer before budget approval`,
    explanation: t`Work items and tasks can be assigned as a cash offer before the work is approved (work plans only).`,
    doing: t`Making cash offers before the budget is approved`,
  }),
  'budget.onBehalf': () => ({
    label: t`Add budget on behalf of other partners`,
    explanation: t`Where work plans are not used, budgets can be added for tasks assigned to other partners.`,
    doing: t`Adding budgets on behalf of other partners`,
  }),
  'budget.approve': () => ({
    label: t`Approve budget`,
    explanation: t`Gives access to the cost control tab and the possibility to approve budgets up to the defined limit.`,
    doing: t`Approving budgets`,
  }),
  'tasks.approve': () => ({
    label: t`Approve tasks`,
    explanation: t`Tasks can be marked as completed (status 4 → A).`,
    doing: t`Approving tasks`,
  }),
  'rfq.manage': () => ({
    label: t`Initiate and edit RFQ`,
    explanation: t`Requests for quotation can be sent out for repair tasks, updated and followed up until a decision must be made.`,
    doing: t`Sending out and editing requests for quotation`,
  }),
  'rfq.externalInvitee': () => ({
    label: t`Add new non-portal partners to RFQ`,
    explanation: t`New partners outside the portal can be added when initiating a request for quotation. They have no direct access and are used for it only.`,
    doing: t`Adding partners outside the portal to requests for quotation`,
  }),
  'rfq.decide': () => ({
    label: t`Make decision in RFQ`,
    explanation: t`The outcome of a request for quotation can be decided.`,
    doing: t`Deciding requests for quotation`,
  }),
  'customer.communication': () => ({
    label: t`Access to customer communication`,
    explanation: t`The customer page and documents can be shared and messages read and sent, depending on the portal's settings.`,
    doing: t`Customer communication`,
  }),
  'chat.forceMark': () => ({
    label: t`Marked for chat notifications`,
    explanation: t`The external case handler is always told when a chat message is written in the case; this marking cannot be removed.`,
    doing: t`Being told of every chat message`,
  }),
  'ownwork.beforeApproval': () => ({
    label: t`Make cash offer for WI before budget approval`,
    explanation: t`Work items can be allocated to the customer's own work before they have been approved.`,
    doing: t`Allocating work items to the customer's own work before approval`,
    note: t`The label speaks of a cash offer; what it allows is the customer's own work.`,
  }),
  'inspection.start': () => ({
    label: t`Start inspection`,
    explanation: t`An inspection can be started from here, without the mobile app.`,
    doing: t`Starting an inspection`,
  }),
};
