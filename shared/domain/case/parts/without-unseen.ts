import type { BudgetId, CompanyId, InvoiceId, SettlementId, TaskId } from '../../ids.ts';
import { invoicesOf } from '../../invoice/invoice.ts';
import { settlementsOf } from '../../settlement/settlement.ts';
import type { Case } from '../case.ts';
import { isGiven } from './given.ts';
import type { Given } from './part.ts';

/** The tasks, budgets, invoices and settlements that a command names. */
export interface Named {
  readonly task?: TaskId;
  readonly tasks?: readonly TaskId[];
  readonly removed?: readonly { readonly task: TaskId }[];
  readonly budget?: BudgetId;
  readonly budgets?: readonly { readonly budget: BudgetId }[];
  readonly revises?: BudgetId | null;
  readonly invoice?: InvoiceId;
  readonly settlement?: SettlementId;
  /** Of a work plan, or by their ids alone of a settlement. */
  readonly items?: readonly ({ readonly task?: TaskId } | string)[];
}

/** What somebody is given of a case, and whose own things count as own. */
export interface SightOfCase {
  readonly given: Given;
  readonly company: CompanyId;
}

/**
 * The case without the tasks, budgets, invoices and settlements that a command names and its person does not see: what one does not see one
 * cannot decide on, and it is answered like what does not exist. A view has no such things in it, so that the app decides
 * alike. What is not named stays: a limit counts what its person approved, seen or not.
 */
export function withoutUnseen(whole: Case, named: Named, { given, company }: SightOfCase): Case {
  const tasks = new Set([
    ...(named.tasks ?? []),
    ...(named.removed ?? []).map(({ task }) => task),
    ...(named.task === undefined ? [] : [named.task]),
    ...(named.items ?? []).flatMap((item) => (typeof item === 'string' ? [] : (item.task ?? []))),
  ]);
  const alone = named.budget ?? named.revises ?? null;
  const budgets = new Set([...(named.budgets ?? []).map(({ budget }) => budget), ...(alone === null ? [] : [alone])]);
  const seesTasks = (tasks.size === 0 && !named.items) || given.has('tasks');
  const unseen = whole.budgets.filter(
    (each) => budgets.has(each.id) && !isGiven(given.get('budgets'), each.company, company),
  );
  const invoices = invoicesOf(whole);
  const invoice = invoices.find(({ id }) => id === named.invoice);
  const seesInvoice = !invoice || isGiven(given.get('invoices'), invoice.company, company);
  const settlements = settlementsOf(whole);
  const settlement = settlements.find(({ id }) => id === named.settlement);
  const seesSettlement = !settlement || given.has('settlements');
  if (seesTasks && unseen.length === 0 && seesInvoice && seesSettlement) return whole;
  return {
    ...whole,
    ...(seesTasks ? {} : { tasks: whole.tasks.filter(({ id }) => !tasks.has(id)), rooms: [], workItems: [] }),
    ...(unseen.length === 0 ? {} : { budgets: whole.budgets.filter((each) => !unseen.includes(each)) }),
    ...(seesInvoice ? {} : { invoices: invoices.filter((each) => each !== invoice) }),
    ...(seesSettlement ? {} : { settlements: settlements.filter((each) => each !== settlement) }),
  };
}
