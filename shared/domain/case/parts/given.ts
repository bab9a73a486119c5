import type { CompanyId } from '../../ids.ts';
import { caseParts, type CasePart, type GivenPart } from '../case-part.ts';
import type { Given, PartName, Scope } from './part.ts';

type Given1 = readonly [part: PartName, scope: Scope];

/** Of every reader, also of who sees only that a role waits. */
const always: readonly Given1[] = [
  ['head', 'all'],
  ['damage', 'all'],
  ['role', 'all'],
  ['decision', 'all'],
];

const saidOfTasks = ['task-returns', 'task-inquiries', 'task-handbacks'] as const;

/** What stands behind each entry of the table of sight (case-parts.ts), narrowest scope first. */
const behind: Readonly<Record<GivenPart, readonly Given1[]>> = {
  tasks: [
    ['tasks', 'all'],
    // Who is outside an agreement sees quantities, and never values (domain-2.md §1).
    ['rooms', 'all'],
    ['work-items', 'all'],
    ['decision-parts', 'all'],
    ...saidOfTasks.map((part) => [part, 'own'] as const),
  ],
  customer: [['customer', 'all']],
  cover: [
    ['cover', 'all'],
    ['decision-amounts', 'all'],
  ],
  budgets: [
    ['budgets', 'own'],
    ['budget-versions', 'own'],
    ['budget-items', 'own'],
    ['work-values', 'own'],
    ['invoices', 'own'],
  ],
  'other-budgets': [
    ['budgets', 'all'],
    ['budget-forwards', 'all'],
    ['budget-versions', 'all'],
    ['invoices', 'all'],
    ['budget-items', 'all'],
    ['work-values', 'all'],
  ],
  // In no company's cut: a partner is not told what the customer gets.
  settlements: [['settlements', 'all']],
  chat: [['chat', 'all']],
  documents: [['documents', 'all']],
  log: [['log', 'own']],
  'other-log': [['log', 'all'], ['role-past', 'all'], ...saidOfTasks.map((part) => [part, 'all'] as const)],
  grounds: [['decision-grounds', 'all']],
  'other-words': saidOfTasks.map((part) => [part, 'all'] as const),
  brief: [['brief', 'own']],
  asks: [['asks', 'own']],
  'other-asks': [['asks', 'all']],
};

/** The parts that a sight gives, each in its widest scope. */
export function givenBy(sight: readonly GivenPart[]): Given {
  const given = new Map<PartName, Scope>(always);
  const sees = (part: GivenPart): boolean => sight.includes(part);
  for (const [part, scope] of [...sight.flatMap((each) => behind[each]), ...budgetFiles(sees)])
    if (given.get(part) !== 'all') given.set(part, scope);
  // A line of the log, or what is said about a task, is nothing without what it is about.
  if (!sees('tasks')) for (const part of saidOfTasks) given.delete(part);
  if (!sees('log')) given.delete('log');
  return given;
}

/** "All documents" for who handles the case; files of a company's budgets and invoices stay with those who see these. */
function budgetFiles(sees: (part: GivenPart) => boolean): readonly Given1[] {
  if (!sees('documents')) return [];
  if (sees('other-log') || sees('other-budgets')) return [['budget-files', 'all']];
  return sees('budgets') ? [['budget-files', 'own']] : [];
}

/** What two sights of one person give together. */
export function together(one: Given, other: Given): Given {
  const both = new Map(one);
  for (const [part, scope] of other) if (both.get(part) !== 'all') both.set(part, scope);
  return both;
}

/** True where a reader of this company is given what belongs to an owner. */
export function isGiven(scope: Scope | undefined, owner: CompanyId | null, reader: CompanyId | null): boolean {
  return scope === 'all' || (scope === 'own' && (owner === null || owner === reader));
}

/** What a view says is hidden, so that decisions on it stay undecided: the words of the table of sight. */
export function hiddenFrom(given: Given): readonly CasePart[] {
  const shows: Readonly<Record<CasePart, boolean>> = {
    tasks: given.has('tasks'),
    customer: given.has('customer'),
    cover: given.has('cover'),
    budgets: given.has('budgets'),
    'other-budgets': given.get('budgets') === 'all',
    chat: given.has('chat'),
    documents: given.has('documents'),
    log: given.has('log'),
    'other-log': given.get('log') === 'all',
  };
  return caseParts.filter((part) => !shows[part]);
}
