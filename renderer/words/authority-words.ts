import { t } from '@lingui/core/macro';
import type { AuthorityGroup } from '../../shared/domain/rights/authority-groups.ts';
import { rights, type Authority, type Right } from '../../shared/domain/rights/rights.ts';
import { rightWords } from './right-words.ts';

/** What an authority allows, by its label; one of the sixteen rights has the label of the portal's definition. */
export function authorityWords(authority: Authority): string {
  return isRight(authority) ? rightWords(authority).label : authorityBook[authority]();
}

/** What the authorities of a group have in common. */
export function authorityGroupWords(group: AuthorityGroup): string {
  return groupBook[group]();
}

const groupBook: Readonly<Record<AuthorityGroup, () => string>> = {
  right: () => t`The sixteen rights`,
  everybody: () => t`Everybody who works in the case`,
  office: () => t`The office that has the role or the task`,
  administration: () => t`Administration`,
};

const authorityBook: Readonly<Record<Exclude<Authority, Right>, () => string>> = {
  'chat.write': () => t`Write in the chat`,
  'document.add': () => t`Add documents`,
  'role.assignUser': () => t`Assign the External case handler`,
  'role.decline': () => t`Decline the role`,
  'task.confirm': () => t`Confirm a task as received`,
  'task.assignMembers': () => t`Assign people to a task`,
  'task.schedule': () => t`Set the time of a task`,
  'task.start': () => t`Start a task`,
  'task.complete': () => t`Complete a task`,
  'task.handBack': () => t`Hand a task back`,
  'task.inform': () => t`Ask for information about a task, and give it`,
  'information.give': () => t`Give information that the insurer owes`,
  'budget.submit': () => t`Add a budget for a task`,
  'invoice.enter': () => t`Enter invoices for a task`,
  'plan.edit': () => t`Change the work plan of a task`,
  'plan.submit': () => t`Send work items for approval`,
  'role.assignOffice': () => t`Give the External case handler role to an office`,
  'decision.reverse': () => t`Take a compensation decision back`,
  'budget.check': () => t`Look at approvals that were drawn`,
  'invoice.approve': () => t`Approve and reject invoices`,
  'member.mark': () => t`Mark users for the role and set their limits`,
  'member.change': () => t`Change members of the own company`,
  'office.change': () => t`Change offices of the own company`,
  'office.categorise': () => t`Define office categories and give them to offices`,
  'case.import': () => t`Import cases`,
  'case.close': () => t`Close a case and open it again`,
  'case.changeHandler': () => t`Change the internal case handler`,
  'case.correctCustomer': () => t`Correct the customer`,
  'task.undoStart': () => t`Undo the start of a task`,
  'portal.changeCalendar': () => t`Change hours and closed days of the portal`,
  'portal.changeCompensation': () => t`Change how compensation is decided`,
  'portal.changeAllocation': () => t`Change how tasks are assigned to partners`,
  'portal.changeSettlementRules': () => t`Change how cash offers and the customer's own work are paid`,
  'portal.changePriceLists': () => t`Import price lists and remove them`,
  'portal.changeRights': () => t`Change the rights of the role`,
  'portal.changeWorkPlans': () => t`Switch work plans on or off`,
  'portal.setUp': () => t`Set up the portal`,
};

const everyRight: ReadonlySet<Authority> = new Set(rights);

function isRight(authority: Authority): authority is Right {
  return everyRight.has(authority);
}
