import { budgetPolicies } from '../budget/budget-policy.ts';
import { casePolicies } from '../case/case-policy.ts';
import { categoryPolicies } from '../category/category-policy.ts';
import { chatPolicies } from '../chat/chat-policy.ts';
import { compensationPolicies } from '../compensation/compensation-policy.ts';
import { documentPolicies } from '../document/document-policy.ts';
import { rolePolicies } from '../external-case-handler/role-policy.ts';
import { invoicePolicies } from '../invoice/invoice-policy.ts';
import { memberPolicies } from '../member/member-policy.ts';
import { officePolicies } from '../office/office-policy.ts';
import { portalPolicies } from '../portal/portal-policy.ts';
import { priceListPolicies } from '../price-list/price-list-policy.ts';
import { taskPolicies } from '../task/task-policy.ts';
import { workPlanPolicies } from '../work-plan/work-plan-policy.ts';
import type { Policy } from './policy.ts';
import type { Authority } from './rights.ts';

const ofNouns = {
  task: taskPolicies,
  budget: budgetPolicies,
  invoice: invoicePolicies,
  workPlan: workPlanPolicies,
  compensation: compensationPolicies,
  role: rolePolicies,
  chat: chatPolicies,
  document: documentPolicies,
  case: casePolicies,
  member: memberPolicies,
  office: officePolicies,
  category: categoryPolicies,
  portal: portalPolicies,
  priceList: priceListPolicies,
} as const;

type Nouns = typeof ofNouns;

/** What more than one noun has a policy for. */
type Twice = {
  [Noun in keyof Nouns]: keyof Nouns[Noun] &
    { [Other in Exclude<keyof Nouns, Noun>]: keyof Nouns[Other] }[Exclude<keyof Nouns, Noun>];
}[keyof Nouns];

/** The one policy of each authority; one that has none, or two, does not compile. */
export const policies: [Twice] extends [never] ? Readonly<Record<Authority, Policy>> : never = {
  ...ofNouns.task,
  ...ofNouns.budget,
  ...ofNouns.invoice,
  ...ofNouns.workPlan,
  ...ofNouns.compensation,
  ...ofNouns.role,
  ...ofNouns.chat,
  ...ofNouns.document,
  ...ofNouns.case,
  ...ofNouns.member,
  ...ofNouns.office,
  ...ofNouns.category,
  ...ofNouns.portal,
  ...ofNouns.priceList,
};
