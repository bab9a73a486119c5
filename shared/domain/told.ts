import { askingLines, askingNotices } from './asking/asking-told.ts';
import { budgetLines, budgetNotices } from './budget/budget-told.ts';
import { caseLines, caseNotices } from './case/case-told.ts';
import { chatNotices } from './chat/chat-told.ts';
import { compensationLines, compensationNotices } from './compensation/compensation-told.ts';
import { documentLines } from './document/document-told.ts';
import { invoiceLines, invoiceNotices } from './invoice/invoice-told.ts';
import { roleLines, roleNotices } from './external-case-handler/role-told.ts';
import { settlementLines, settlementNotices } from './settlement/settlement-told.ts';
import { workPlanLines, workPlanNotices } from './work-plan/work-plan-told.ts';
import { taskLines, taskNotices } from './task/task-told.ts';

/** What can happen in a case in this product so far: the kinds of lines of its log. A noun's stand in its own file. */
export const logKinds = [
  ...caseLines,
  ...roleLines,
  ...taskLines,
  ...budgetLines,
  ...invoiceLines,
  ...workPlanLines,
  ...settlementLines,
  ...compensationLines,
  ...documentLines,
  ...askingLines,
] as const;

/** One of them. */
export type LogWhat = (typeof logKinds)[number];

/** What a person can be told of, with the mail and what it asks for. */
export const notices = {
  ...caseNotices,
  ...roleNotices,
  ...taskNotices,
  ...budgetNotices,
  ...invoiceNotices,
  ...workPlanNotices,
  ...settlementNotices,
  ...compensationNotices,
  ...chatNotices,
  ...askingNotices,
} as const;

/** One of them. */
export type NoticeKind = keyof typeof notices;

/** Their names, as they travel. */
export const noticeKinds = Object.keys(notices) as [NoticeKind, ...NoticeKind[]];
