import type { BudgetId, CompanyId, TaskId } from '../../ids.ts';
import type { Case } from '../case.ts';
import { isGiven } from './given.ts';
import type { Given } from './part.ts';

/** The tasks and budgets that a command names. */
export interface Named {
  readonly task?: TaskId;
  readonly tasks?: readonly TaskId[];
  readonly removed?: readonly { readonly task: TaskId }[];
  readonly budget?: BudgetId;
  readonly revises?: BudgetId | null;
}

/** What somebody is given of a case, and whose own things count as own. */
export interface SightOfCase {
  readonly given: Given;
  readonly company: CompanyId;
}

/**
 * The case without the tasks and budgets that a command names and its person does not see: what one does not see one
 * cannot decide on, and it is answered like what does not exist. A view has no such things in it, so that the app decides
 * alike. What is not named stays: a limit counts what its person approved, seen or not.
 */
export function withoutUnseen(whole: Case, named: Named, { given, company }: SightOfCase): Case {
  const tasks = new Set([
    ...(named.tasks ?? []),
    ...(named.removed ?? []).map(({ task }) => task),
    ...(named.task === undefined ? [] : [named.task]),
  ]);
  const budget = named.budget ?? named.revises ?? null;
  const seesTasks = tasks.size === 0 || given.has('tasks');
  const found = whole.budgets.find(({ id }) => id === budget);
  const seesBudget = !found || isGiven(given.get('budgets'), found.company, company);
  if (seesTasks && seesBudget) return whole;
  return {
    ...whole,
    ...(seesTasks ? {} : { tasks: whole.tasks.filter(({ id }) => !tasks.has(id)) }),
    ...(seesBudget ? {} : { budgets: whole.budgets.filter(({ id }) => id !== budget) }),
  };
}
