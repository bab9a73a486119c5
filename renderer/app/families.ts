import { asking } from '../features/asking/family.ts';
import { budgets } from '../features/budgets/family.ts';
import { caseLog } from '../features/case-log/family.ts';
import { caseRecord } from '../features/case-record/family.ts';
import { caseOverview } from '../features/case-overview/family.ts';
import { complete } from '../features/case/complete.ts';
import { chat } from '../features/chat/family.ts';
import { compensation } from '../features/compensation/family.ts';
import { documents } from '../features/documents/family.ts';
import { externalCaseHandler } from '../features/external-case-handler/family.ts';
import { invoices } from '../features/invoices/family.ts';
import { settlement } from '../features/settlement/family.ts';
import { tasks } from '../features/tasks/family.ts';
import { workPlan } from '../features/work-plan/family.ts';

/** What the page of a case is made of. */
export const families = complete([
  caseOverview,
  caseRecord,
  externalCaseHandler,
  budgets,
  invoices,
  workPlan,
  settlement,
  compensation,
  tasks,
  chat,
  documents,
  caseLog,
  asking,
  // One line a family.
]);
