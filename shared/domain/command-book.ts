import { askFor } from './asking/ask-for.ts';
import type { Wanted } from './asking/ask.ts';
import { authorityOf, checkNow } from './asking/check-now.ts';
import { approveBudgets } from './budget/approve-budgets.ts';
import { checkApproval } from './budget/check-approval.ts';
import { approveBudget, forwardBudget, rejectBudget } from './budget/decide-budget.ts';
import { recallBudget } from './budget/recall-budget.ts';
import { submitBudget } from './budget/submit-budget.ts';
import { changeHandler } from './case/change-who-handles.ts';
import { closeCase } from './case/close-case.ts';
import { correctCustomer } from './case/correct-customer.ts';
import { reopenCase } from './case/reopen-case.ts';
import type { Case } from './case/case.ts';
import type { CasePage } from './case/case-page.ts';
import { categoriesRight } from './category/categories-sight.ts';
import type { CategoriesQuestion } from './category/categories-page.ts';
import { categoriseOffice } from './category/categorise-office.ts';
import type { OfficeCategories } from './category/category.ts';
import { defineCategories } from './category/define-categories.ts';
import { writeChat } from './chat/write-chat.ts';
import type { CaseAsked, CaseQuestion, Decision } from './decision.ts';
import { changeCompensation } from './compensation/change-compensation.ts';
import { decideCompensation } from './compensation/decide-compensation.ts';
import { reverseCompensationDecision } from './compensation/reverse-compensation-decision.ts';
import { addDocument } from './document/add-document.ts';
import { assignRoleUser, declineRole, giveRoleToOffice, removeRole } from './external-case-handler/change-role.ts';
import { addInvoice } from './invoice/add-invoice.ts';
import { changeInvoice } from './invoice/change-invoice.ts';
import { approveInvoice, rejectInvoice } from './invoice/decide-invoice.ts';
import { removeInvoice } from './invoice/remove-invoice.ts';
import { inviteAgain, inviteMember } from './member/invite-member.ts';
import { changeMember, markMember, markRead, type MemberQuestion, type Membership } from './member/membership.ts';
import { changeOffice, type OfficeQuestion, type OfficeTerms } from './office/change-office.ts';
import { changeSelection } from './office/change-selection.ts';
import type { Thing } from './overwriting.ts';
import type { Checked, Page } from './page.ts';
import { bindSettlement } from './settlement/bind-settlement.ts';
import { changeSettlementRules } from './settlement/change-settlement-rules.ts';
import { recordCustomerAnswer } from './settlement/record-customer-answer.ts';
import { returnItems } from './settlement/return-items.ts';
import { settleItems } from './settlement/settle-items.ts';
import { changeAllocation } from './portal/change-allocation.ts';
import { changeWorkPlans } from './portal/change-work-plans.ts';
import { changeCalendar } from './portal/change-calendar.ts';
import { changeRights, type PortalQuestion } from './portal/change-rights.ts';
import { changeInspectorRights, changeManagerRights } from './portal/change-task-role-rights.ts';
import type { PortalSettings } from './portal/portal-settings.ts';
import { everyAuthority } from './rights/authority-groups.ts';
import { rights, type Authority, type Right } from './rights/rights.ts';
import { addTask } from './task/add-task.ts';
import { addTasks } from './task/add-tasks.ts';
import { allocateTask } from './task/allocate-task.ts';
import { allocateTasks } from './task/allocate-tasks.ts';
import { approveTask, sendBackTask } from './task/approve-task.ts';
import { approveTasks } from './task/approve-tasks.ts';
import { askInformation } from './task/ask-information.ts';
import { assignMembers } from './task/assign-members.ts';
import { completeTask } from './task/complete-task.ts';
import { confirmReceived } from './task/confirm-received.ts';
import { giveInformation, withdrawInformation } from './task/give-information.ts';
import { handBackTask } from './task/hand-back.ts';
import { removeTask } from './task/remove-task.ts';
import { removeTasks } from './task/remove-tasks.ts';
import { setTime } from './task/set-time.ts';
import { startTask } from './task/start-task.ts';
import { acceptPartialApproval } from './work-plan/accept-partial-approval.ts';
import { decideWorkItems } from './work-plan/decide-work-items.ts';
import { markPlanReady } from './work-plan/mark-plan-ready.ts';
import { editWorkPlan } from './work-plan/edit-work-plan.ts';
import { submitWorkItems } from './work-plan/submit-work-items.ts';
import { undoStart } from './task/undo-start.ts';

/** The commands about a case, each with its page, which stands beside its verb. A new action is one line here (design.md §3). */
const aboutCases = {
  'allocate-task': allocateTask,
  'allocate-tasks': allocateTasks,
  'confirm-received': confirmReceived,
  'assign-members': assignMembers,
  'set-time': setTime,
  'start-task': startTask,
  'undo-start': undoStart,
  'complete-task': completeTask,
  'approve-task': approveTask,
  'approve-tasks': approveTasks,
  'send-back-task': sendBackTask,
  'add-task': addTask,
  'add-tasks': addTasks,
  'remove-task': removeTask,
  'remove-tasks': removeTasks,
  'hand-back-task': handBackTask,
  'ask-information': askInformation,
  'give-information': giveInformation,
  'withdraw-information': withdrawInformation,
  'submit-budget': submitBudget,
  'approve-budget': approveBudget,
  'approve-budgets': approveBudgets,
  'reject-budget': rejectBudget,
  'forward-budget': forwardBudget,
  'recall-budget': recallBudget,
  'check-approval': checkApproval,
  'add-invoice': addInvoice,
  'change-invoice': changeInvoice,
  'remove-invoice': removeInvoice,
  'approve-invoice': approveInvoice,
  'reject-invoice': rejectInvoice,
  'edit-work-plan': editWorkPlan,
  'submit-work-items': submitWorkItems,
  'decide-work-items': decideWorkItems,
  'accept-partial-approval': acceptPartialApproval,
  'mark-plan-ready': markPlanReady,
  'settle-items': settleItems,
  'bind-settlement': bindSettlement,
  'return-items': returnItems,
  'record-customer-answer': recordCustomerAnswer,
  'decide-compensation': decideCompensation,
  'reverse-compensation-decision': reverseCompensationDecision,
  'close-case': closeCase,
  'reopen-case': reopenCase,
  'change-handler': changeHandler,
  'correct-customer': correctCustomer,
  'give-role-to-office': giveRoleToOffice,
  'remove-role': removeRole,
  'decline-role': declineRole,
  'assign-role-user': assignRoleUser,
  'write-chat': writeChat,
  'add-document': addDocument,
} as const;

/** Every command with its page. To ask for one that was refused is made of their pages. */
export const commandBook = {
  ...aboutCases,
  'ask-for': askFor(aboutCases),
  'mark-member': markMember,
  'change-member': changeMember,
  'invite-member': inviteMember,
  'invite-again': inviteAgain,
  'mark-read': markRead,
  'change-office': changeOffice,
  'change-selection': changeSelection,
  'change-rights': changeRights,
  'change-manager-rights': changeManagerRights,
  'change-inspector-rights': changeInspectorRights,
  'change-calendar': changeCalendar,
  'change-compensation': changeCompensation,
  'define-categories': defineCategories,
  'categorise-office': categoriseOffice,
  'change-allocation': changeAllocation,
  'change-work-plans': changeWorkPlans,
  'change-settlement-rules': changeSettlementRules,
} as const;

type Book = typeof commandBook;

/** A command's name. */
export type CommandName = keyof Book;

/** What each command takes, as its page says. */
export type CommandInputs = { readonly [Name in CommandName]: Parameters<Book[Name]['decide']>[1] };

/** The rights by which something is only shown: no command asks for them. */
const rightsToRead: readonly Right[] = [categoriesRight];

/** The rights that a command or what is read asks for: something can be done with them. A portal may give the others already. */
export const rightsInUse: readonly Right[] = rights.filter(
  (right) =>
    rightsToRead.includes(right) ||
    Object.values(commandBook).some((page) => page.authority === right || page.rights.includes(right)),
);

/** What a command can be about; the categories of offices go by the portal's id. */
export type SubjectKind = 'case' | 'member' | 'office' | 'portal' | 'categories';

/** The names of the commands about one kind of subject. */
export type CommandNameFor<Kind extends SubjectKind> = {
  [Name in CommandName]: Book[Name]['subject'] extends Kind ? Name : never;
}[CommandName];

/** A command's name with its input: correlated, so that a decision can be asked for without knowing which it is. */
export type NamedInput<Names extends CommandName = CommandName> = {
  [Name in Names]: { readonly name: Name; readonly input: CommandInputs[Name] };
}[Names];

/** Any command about a case. */
export type CaseCommand = NamedInput<CommandNameFor<'case'>>;

/** The page of a command about a case; it takes the input that its name is correlated with. */
export function casePageOf({ name }: { readonly name: CommandNameFor<'case'> }): CasePage<unknown> {
  return commandBook[name] as CasePage<unknown>;
}

/** Decides any command about a case, dated no earlier than what it decides on. */
export function decideCase(question: CaseAsked, command: CaseCommand): Decision<Case> {
  return casePageOf(command).decide(question, command.input);
}

/** What would become of a command about a case, without making the change: for the buttons of a screen. */
export function checkCase(question: CaseAsked, command: CaseCommand): Checked {
  return casePageOf(command).check(question, command.input);
}

/** What a command about a case would overwrite. */
export function thingsOf({ id }: Pick<Case, 'id'>, command: CaseCommand): readonly Thing<Case>[] {
  return casePageOf(command).basedOn(command.input, id);
}

/** The page of a command about a portal. */
export function portalPageOf({
  name,
}: {
  readonly name: CommandNameFor<'portal'>;
}): Page<'portal', PortalQuestion, unknown, PortalSettings> {
  return commandBook[name] as Page<'portal', PortalQuestion, unknown, PortalSettings>;
}

/** Decides any command about a portal. */
export function decidePortal(
  question: PortalQuestion,
  command: NamedInput<CommandNameFor<'portal'>>,
): Decision<PortalSettings> {
  return portalPageOf(command).decide(question, command.input);
}

/** The page of a command about the categories of offices. */
export function categoriesPageOf({
  name,
}: {
  readonly name: CommandNameFor<'categories'>;
}): Page<'categories', CategoriesQuestion, unknown, OfficeCategories> {
  return commandBook[name] as Page<'categories', CategoriesQuestion, unknown, OfficeCategories>;
}

/** The page of a command about an office. */
export function officePageOf({
  name,
}: {
  readonly name: CommandNameFor<'office'>;
}): Page<'office', OfficeQuestion, unknown, OfficeTerms> {
  return commandBook[name] as Page<'office', OfficeQuestion, unknown, OfficeTerms>;
}

/** The names of the commands about somebody who is a member already. */
export type MemberCommandName = Exclude<CommandNameFor<'member'>, 'invite-member'>;

/** The page of a command about somebody who is a member already. */
export function memberPageOf({
  name,
}: {
  readonly name: MemberCommandName;
}): Page<'member', MemberQuestion, unknown, Membership> {
  return commandBook[name] as Page<'member', MemberQuestion, unknown, Membership>;
}

/** Decides any command about somebody who is a member already. */
export function decideMember(question: MemberQuestion, command: NamedInput<MemberCommandName>): Decision<Membership> {
  return memberPageOf(command).decide(question, command.input);
}

/** What can be asked for: the names of commands about a case but to ask itself, and every authority. */
export const askableNames: readonly string[] = [...Object.keys(aboutCases), ...everyAuthority];

/** What it takes to do what is wanted; null where that can be asked of nobody. */
export function authorityWanted(wanted: string): Authority | null {
  return authorityOf(aboutCases, wanted);
}

/** What becomes of what is wanted by somebody as things stand. */
export function checkWanted(question: CaseQuestion, wanted: Wanted): Checked {
  return checkNow(aboutCases, question, wanted);
}
