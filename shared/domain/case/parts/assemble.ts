import type { Ask } from '../../asking/ask.ts';
import type { Budget } from '../../budget/budget.ts';
import type { BudgetVersion } from '../../budget/budget-version.ts';
import type { CaseDocument } from '../../document/document.ts';
import type { RoleBrief } from '../../external-case-handler/role.ts';
import type { Invoice } from '../../invoice/invoice.ts';
import type { Moment } from '../../moment.ts';
import type { Settlement } from '../../settlement/settlement.ts';
import type { HandedBack, InquiryText, Task } from '../../task/task.ts';
import type { Room, WorkItem, WorkItemValue } from '../../work-plan/work-plan.ts';
import type { Case } from '../case.ts';
import { hiddenFrom } from './given.ts';
import type { Given, KeyedPart, PartText, SmallPart } from './part.ts';

/** What a view is put together from: values in the order in which their things came into the case. */
export interface PartsOfView {
  readonly values: readonly PartValue[];
  readonly given: Given;
  /** When what this reader sees was last changed. */
  readonly changedAt: Moment;
}

/** A part's text, read. */
export interface PartValue extends Pick<PartText, 'part' | 'key'> {
  readonly value: unknown;
}

/** Puts a case together from parts: the whole one, or what one reader is given of it with the rest named in `hidden`. */
export function assembleCase({ values, given, changedAt }: PartsOfView): Case {
  const held = byPart(values);
  const small = (part: SmallPart): unknown => held.get(part)?.get('') ?? null;
  const brief = small('brief') as RoleBrief | null;
  const budgetVersions = valuesOf<BudgetVersion>(held, 'budget-versions');
  const asks = valuesOf<Ask>(held, 'asks');
  const invoices = valuesOf<Invoice>(held, 'invoices');
  const settlements = valuesOf<Settlement>(held, 'settlements');
  return {
    ...(small('head') as HeadPart),
    changedAt,
    damage: small('damage') as Case['damage'],
    role: small('role') as Case['role'],
    decision: small('decision') as Case['decision'],
    ...decisionFrom(small),
    customer: small('customer') as Case['customer'],
    cover: small('cover') as Case['cover'],
    ...rolePast(small('role-past'), given),
    tasks: tasksFrom(held),
    budgets: budgetsFrom(held),
    ...(invoices.length > 0 ? { invoices } : {}),
    documents: documentsFrom(held),
    ...(asks.length > 0 ? { asks } : {}),
    ...(budgetVersions.length > 0 ? { budgetVersions } : {}),
    ...planFrom(held),
    ...(settlements.length > 0 ? { settlements } : {}),
    ...(brief ? { brief } : {}),
    hidden: hiddenFrom(given),
  };
}

/** What a case is, whoever reads it. */
export type HeadPart = Pick<
  Case,
  | 'id'
  | 'portal'
  | 'number'
  | 'claimNumber'
  | 'state'
  | 'closed'
  | 'stateSet'
  | 'createdAt'
  | 'handler'
  | 'handlerSet'
  | 'site'
>;
/** A task without what not everybody reads who is told of it. */
export type TaskPart = Omit<Task, 'sentBack' | 'inquiryText' | 'handedBack'>;
type RolePast = Pick<Case, 'roleDeclined' | 'roleEnded'>;
type Held = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

function byPart(values: readonly PartValue[]): Held {
  const held = new Map<string, Map<string, unknown>>();
  for (const { part, key, value } of values) {
    const things = held.get(part) ?? new Map<string, unknown>();
    held.set(part, things.set(key, value));
  }
  return held;
}

function valuesOf<Value>(held: Held, part: KeyedPart): readonly Value[] {
  return [...(held.get(part)?.values() ?? [])] as readonly Value[];
}

/** What is told of a decision to some; absent where it is not given, or was never said. */
function decisionFrom(small: (part: SmallPart) => unknown): Partial<Case> {
  const [decisionParts, decisionGrounds, decisionAmounts] = [
    small('decision-parts') as Case['decisionParts'],
    small('decision-grounds') as Case['decisionGrounds'],
    small('decision-amounts') as Case['decisionAmounts'],
  ];
  return {
    ...(decisionParts ? { decisionParts } : {}),
    ...(decisionGrounds ? { decisionGrounds } : {}),
    ...(decisionAmounts ? { decisionAmounts } : {}),
  };
}

/** What was and is no more is not told apart from what is not to be known. */
function rolePast(past: unknown, given: Given): RolePast {
  return given.has('role-past') && past ? (past as RolePast) : { roleDeclined: null };
}

function tasksFrom(held: Held): readonly Task[] {
  const beside = <Value extends object>(part: KeyedPart, id: string): Value | null =>
    withoutId(held.get(part)?.get(id) as (Value & Named) | undefined) as Value | null;
  return valuesOf<TaskPart>(held, 'tasks').map((task) => {
    const inquiryText = beside<InquiryText>('task-inquiries', task.id);
    const handedBack = beside<HandedBack>('task-handbacks', task.id);
    return {
      ...task,
      sentBack: beside<NonNullable<Task['sentBack']>>('task-returns', task.id),
      ...(inquiryText ? { inquiryText } : {}),
      ...(handedBack ? { handedBack } : {}),
    };
  });
}

interface Named {
  readonly id: string;
}

/** A thing says whose it is where it stands by itself; in the thing it belongs to it does not. */
function withoutId<Value extends object>(value: (Value & Named) | undefined): Omit<Value, 'id'> | null {
  if (!value) return null;
  const { id: _, ...rest } = value;
  return rest;
}

function budgetsFrom(held: Held): readonly Budget[] {
  const forwards = held.get('budget-forwards');
  const sent = held.get('budget-items');
  return valuesOf<Budget>(held, 'budgets').map((told) => {
    const items = sent?.get(told.id) as Pick<Budget, 'items'> | undefined;
    const budget = items?.items ? { ...told, items: items.items } : told;
    const more = forwards?.get(budget.id) as Pick<NonNullable<Budget['forwarded']>, 'note' | 'over'> | undefined;
    if (!budget.forwarded || !more) return budget;
    return { ...budget, forwarded: { ...budget.forwarded, note: more.note, over: more.over } };
  });
}

/** Nothing is there of a case without a work plan. */
function planFrom(held: Held): Pick<Case, 'rooms' | 'workItems' | 'workValues'> {
  const [rooms, workItems, workValues] = [
    valuesOf<Room>(held, 'rooms'),
    valuesOf<WorkItem>(held, 'work-items'),
    valuesOf<WorkItemValue>(held, 'work-values'),
  ];
  return {
    ...(rooms.length > 0 ? { rooms } : {}),
    ...(workItems.length > 0 ? { workItems } : {}),
    ...(workValues.length > 0 ? { workValues } : {}),
  };
}

/** Documents and budget files are one list to their reader; who gains the one later still has both in one order. */
function documentsFrom(held: Held): readonly CaseDocument[] {
  const all = [...valuesOf<CaseDocument>(held, 'documents'), ...valuesOf<CaseDocument>(held, 'budget-files')];
  const sign = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
  return all.sort((one, other) => sign(one.at, other.at) || sign(one.id, other.id));
}
