import { t } from '@lingui/core/macro';
import type { Right } from '../../shared/domain/rights/rights.ts';

/** One of the sixteen rights as the portal's definition of the role has it. */
export interface RightWords {
  /** The action's label. */
  readonly label: string;
  /** What it does in this product: where, on what, and with which conditions. */
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
    explanation: t`In a case: add tasks of the kinds that the insurer orders, also a second one of a kind, and remove tasks on which work has not begun and that have no approved budget. The main inspection always stays.`,
    doing: t`Adding and removing tasks`,
  }),
  'tasks.allocate': () => ({
    label: t`Allocate partners to tasks`,
    explanation: t`In a case: choose the office for each task, from a list by distance or from all offices that are in the insurer's network, available and offer the service. The office with the role itself is chosen by the insurer alone.`,
    doing: t`Allocating partners to tasks`,
  }),
  'offices.categories': () => ({
    label: t`Show office categories`,
    explanation: t`Where an office is chosen: see the insurer's office categories, and narrow the list by them. Without this right they are not sent at all.`,
    doing: t`Seeing the office categories`,
  }),
  'decision.make': () => ({
    label: t`Make compensation decision`,
    explanation: t`Decide on the compensation at the main inspection, as the insurer's own people do. Decided early, the inspection goes back to the insurer. The approval limit does not apply, and only the insurer takes a decision back.`,
    doing: t`Deciding on the compensation`,
  }),
  'cash.allTasks': () => ({
    label: t`Make cash offer for all tasks`,
    explanation: t`In a work plan: offer the customer money instead of the work, for approved work items or whole tasks of any partner, and take them back. Opens all budgets and invoices of the case to read.`,
    doing: t`Making cash offers`,
  }),
  'cash.beforeApproval': () => ({
    label: t`Make cash offer before budget approval`,
    explanation: t`In a work plan: make that offer for work items that are not approved yet, too. The amount stays provisional until it is approved, and then counts against the approval limit.`,
    doing: t`Making cash offers before the budget is approved`,
  }),
  'budget.onBehalf': () => ({
    label: t`Add budget on behalf of other partners`,
    explanation: t`Enter a budget with its calculation for a task of another partner, at the status in which that partner would. Opens all budgets of the case to read. Nobody approves a budget that he or she entered.`,
    doing: t`Adding budgets on behalf of other partners`,
  }),
  'budget.approve': () => ({
    label: t`Approve budget`,
    explanation: t`Opens the Cost control tab with all budgets of the case: approve within the limit, reject, or forward to the insurer what is above it. Never one's own budget, and the own company's only where the portal allows it.`,
    doing: t`Approving budgets`,
  }),
  'tasks.approve': () => ({
    label: t`Approve tasks`,
    explanation: t`Approve tasks that are reported as done (status 4 → A), or send them back with a reason. Never one's own work, the own company's only where the portal allows it, and not the main inspection, which ends by the compensation decision.`,
    doing: t`Approving tasks`,
  }),
  'rfq.manage': () => ({
    label: t`Initiate and edit RFQ`,
    explanation: t`Ask several partners for quotations for a repair task that has no office yet; change, remind, extend and follow up until there is something to decide.`,
    doing: t`Sending out and editing requests for quotation`,
  }),
  'rfq.externalInvitee': () => ({
    label: t`Add new non-portal partners to RFQ`,
    explanation: t`While asking for quotations: invite a company that is not in the portal. It gets no access, and is used for this request only.`,
    doing: t`Adding partners outside the portal to requests for quotation`,
  }),
  'rfq.decide': () => ({
    label: t`Make decision in RFQ`,
    explanation: t`Choose the quotation that wins, or none. This approves no money: that needs the right to approve budgets, and the limit.`,
    doing: t`Deciding requests for quotation`,
  }),
  'customer.communication': () => ({
    label: t`Access to customer communication`,
    explanation: t`Share the customer's page and documents with the customer, and read and write the messages with him or her, as far as the portal has these in use.`,
    doing: t`Customer communication`,
  }),
  'chat.forceMark': () => ({
    label: t`Marked for chat notifications`,
    explanation: t`An obligation, not a permission: whoever has the role in a case is told of every message in its chat, and neither the writer nor he or she can switch that off.`,
    doing: t`Being told of every chat message`,
  }),
  'ownwork.beforeApproval': () => ({
    label: t`Make cash offer for WI before budget approval`,
    explanation: t`In a work plan: leave work items that are not approved yet to the customer, who does that work himself or herself, and take them back. Opens all budgets and invoices of the case to read.`,
    doing: t`Allocating work items to the customer's own work before approval`,
    note: t`The label speaks of a cash offer; what it allows is the customer's own work before approval.`,
  }),
  'inspection.start': () => ({
    label: t`Start inspection`,
    explanation: t`Start another company's inspection from here once it may begin (status B++), without the mobile app. Who starts it does not become its inspector.`,
    doing: t`Starting an inspection`,
  }),
};
