import type { Budget } from '../../budget/budget.ts';
import type { BudgetVersion } from '../../budget/budget-version.ts';
import type { CaseDocument } from '../../document/document.ts';
import type { CompanyId } from '../../ids.ts';
import type { Invoice } from '../../invoice/invoice.ts';
import type { HandedBack, Task } from '../../task/task.ts';
import type { WorkItemValue } from '../../work-plan/work-plan.ts';
import { onlyGiven, type HeldCase } from './held-case.ts';
import type { Given, KeyedPart } from './part.ts';

/** True where of some part less is given than before. */
export function givesLess(before: Given, after: Given): boolean {
  return [...before].some(([part, scope]) => !after.has(part) || (scope === 'all' && after.get(part) === 'own'));
}

/** What is given before and after a reader's ties or standing changed, and whose own things count as own. */
export interface Narrowing {
  readonly before: Given;
  readonly after: Given;
  readonly company: CompanyId;
}

/**
 * What is left of a case for who is given less of it from now on. Whose a thing is, is told by what it is about: as long
 * as a part is given in its own scope, so is what names its company.
 */
export function narrowed(held: HeldCase, { before, after, company }: Narrowing): HeldCase {
  const left = onlyGiven(held, after);
  const narrows = (part: KeyedPart | 'log'): boolean => before.get(part) === 'all' && after.get(part) === 'own';
  const companyOf = ownersIn(held);
  const keyed = narrowing.filter(narrows);
  const values = new Map(left.values);
  for (const part of keyed) {
    const things = [...(left.values.get(part) ?? [])];
    values.set(part, new Map(things.filter(([key, value]) => companyOf[part](key, value) === company)));
  }
  const log = narrows('log')
    ? left.log.filter((entry) => entry.company === null || entry.company === company)
    : left.log;
  return { ...left, values, log };
}

const narrowing = [
  'task-returns',
  'task-inquiries',
  'task-handbacks',
  'budgets',
  'budget-forwards',
  'budget-versions',
  'invoices',
  'budget-files',
  'budget-items',
  'work-values',
] as const;

/** Whose each thing of a keyed part is; null where it is nobody's or not known. */
function ownersIn({ values }: HeldCase) {
  const task = (id: string) => values.get('tasks')?.get(id) as Pick<Task, 'company'> | undefined;
  const budget = (id: string | null) => values.get('budgets')?.get(id ?? '') as Pick<Budget, 'company'> | undefined;
  const invoice = (id = '') => values.get('invoices')?.get(id) as Pick<Invoice, 'company'> | undefined;
  return {
    'task-returns': (key: string) => task(key)?.company ?? null,
    'task-inquiries': (key: string) => task(key)?.company ?? null,
    'task-handbacks': (_key: string, value: unknown) => (value as HandedBack).company,
    budgets: (key: string) => budget(key)?.company ?? null,
    'budget-forwards': (key: string) => budget(key)?.company ?? null,
    'budget-versions': (_key: string, value: unknown) => (value as BudgetVersion).company,
    'budget-items': (key: string) => budget(key)?.company ?? null,
    'work-values': (_key: string, value: unknown) => (value as WorkItemValue).company,
    invoices: (_key: string, value: unknown) => (value as Invoice).company,
    'budget-files': (_key: string, value: unknown) => {
      const document = value as CaseDocument;
      return (budget(document.budget) ?? invoice(document.invoice))?.company ?? null;
    },
  };
}
