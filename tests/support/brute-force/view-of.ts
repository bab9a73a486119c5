import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { caseParts, type GivenPart } from '../../../shared/domain/case/case-part.ts';
import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import type { RoleBrief } from '../../../shared/domain/external-case-handler/role.ts';
import type { CompanyId } from '../../../shared/domain/ids.ts';
import type { Task } from '../../../shared/domain/task/task.ts';

/*
 * What somebody sees of a whole case, worked out the long way: what the parts and ties of a case come to is compared with it.
 */

/** How much of a case somebody sees. `company` is whose own budgets and log lines count as own. */
export interface Sight {
  readonly parts: readonly GivenPart[];
  readonly company: CompanyId | null;
}

/**
 * Takes out of a case what a reader may not see and names it in `hidden`, so that decisions on it stay undecided. `brief`
 * is what is told of a role that waits, to the company at which it waits.
 */
export function viewOf(content: CaseContent, sight: Sight, brief: RoleBrief | null = null): CaseContent {
  const sees = (part: GivenPart): boolean => sight.parts.includes(part);
  const whole = content.case;
  const budgets = whole.budgets.filter((budget) => seesBudget(budget, sight)).map((budget) => budgetFor(budget, sight));
  const invoices = (whole.invoices ?? []).filter((invoice) => seesBudget(invoice, sight));
  const view: Case = {
    ...whole,
    tasks: sees('tasks') ? whole.tasks.map((task) => taskFor(task, sight)) : [],
    customer: sees('customer') ? whole.customer : null,
    cover: sees('cover') ? whole.cover : null,
    ...decisionFor(whole, sees),
    roleDeclined: sees('other-log') ? whole.roleDeclined : null,
    roleEnded: sees('other-log') ? whole.roleEnded : undefined,
    budgets,
    ...versionsFor(whole, budgets),
    invoices: invoices.length > 0 ? invoices : undefined,
    documents: sees('documents')
      ? whole.documents.filter(({ budget, invoice }) =>
          seesDocument(budget ?? invoice, [...budgets, ...invoices], sight),
        )
      : [],
    ...asksFor(whole, sight),
    ...planFor(whole, sight),
    ...(brief && sees('brief') && whole.role?.company === sight.company ? { brief } : {}),
    hidden: caseParts.filter((part) => !sees(part)),
  };
  return {
    case: view,
    chat: sees('chat') ? content.chat : [],
    log: sees('log') ? content.log.filter((entry) => sees('other-log') || isOwn(entry.company, sight)) : [],
  };
}

/** What was ruled for who works there, why for who decides, how much for who sees the cover. */
function decisionFor(whole: Case, sees: (part: GivenPart) => boolean): Partial<Case> {
  const { decisionParts, decisionGrounds, decisionAmounts } = whole;
  return {
    decisionParts: (sees('tasks') && decisionParts) || undefined,
    decisionGrounds: (sees('grounds') && decisionGrounds) || undefined,
    decisionAmounts: (sees('cover') && decisionAmounts) || undefined,
  };
}

/** Who asked, who is asked, and the insurer see what was asked for. */
function asksFor({ asks = [] }: Case, { parts, company }: Sight): Pick<Case, 'asks'> {
  const seen = asks.filter(
    ({ by, of }) =>
      parts.includes('other-asks') ||
      (parts.includes('asks') && company !== null && [by.company, of.company].includes(company)),
  );
  return seen.length > 0 ? { asks: seen } : { asks: undefined };
}

/** Quantities for who sees the tasks; values of the own company for who sees its budgets, all for who decides or settles, and only these see what the customer gets. */
function planFor(
  { rooms = [], workItems = [], workValues = [], settlements = [] }: Case,
  { parts, company }: Sight,
): Partial<Case> {
  const all = parts.includes('other-budgets');
  const own = parts.includes('budgets');
  const values = workValues.filter((value) => all || (own && value.company === company));
  return {
    rooms: parts.includes('tasks') && rooms.length > 0 ? rooms : undefined,
    workItems: parts.includes('tasks') && workItems.length > 0 ? workItems : undefined,
    workValues: values.length > 0 ? values : undefined,
    settlements: parts.includes('settlements') && settlements.length > 0 ? settlements : undefined,
  };
}

/** An invoice is seen as a budget is. */
function seesBudget(budget: Pick<Budget, 'company'>, sight: Sight): boolean {
  return sight.parts.includes('other-budgets') || (sight.parts.includes('budgets') && budget.company === sight.company);
}

/** What was sent before is for who sees the budget that it became. */
function versionsFor({ budgetVersions = [] }: Case, seen: readonly Budget[]): Pick<Case, 'budgetVersions'> {
  const versions = budgetVersions.filter(({ budget }) => seen.some(({ id }) => id === budget));
  return versions.length > 0 ? { budgetVersions: versions } : { budgetVersions: undefined };
}

/** What somebody wrote to the insurer, and how far the limit was exceeded, is not for whose budget it is. */
function budgetFor(budget: Budget, sight: Sight): Budget {
  if (!budget.forwarded || sight.parts.includes('other-budgets')) return budget;
  return { ...budget, forwarded: { ...budget.forwarded, note: '', over: null } };
}

/** Why a task came back, and what was asked, is between its company and who handles the case, as in the log. */
function taskFor(task: Task, sight: Sight): Task {
  const all = sight.parts.includes('other-log') || sight.parts.includes('other-words');
  const own = all || isOwn(task.company, sight);
  const had = all || isOwn(task.handedBack?.company ?? null, sight);
  const { inquiryText, handedBack, ...rest } = task;
  return {
    ...rest,
    sentBack: own ? task.sentBack : null,
    ...(inquiryText && own ? { inquiryText } : {}),
    ...(handedBack && had ? { handedBack } : {}),
  };
}

/** "All documents" for who handles the case; files of a company's budgets and invoices stay with those who see these. */
function seesDocument(of: string | undefined, seen: readonly { readonly id: string }[], sight: Sight): boolean {
  return of === undefined || sight.parts.includes('other-log') || seen.some((each) => each.id === of);
}

function isOwn(company: CompanyId | null, sight: Sight): boolean {
  return company === null || company === sight.company;
}
