import { asksOf, ownersOf, type Ask } from '../../asking/ask.ts';
import type { Budget } from '../../budget/budget.ts';
import type { BudgetVersion } from '../../budget/budget-version.ts';
import type { CaseDocument } from '../../document/document.ts';
import type { RoleBrief } from '../../external-case-handler/role.ts';
import type { CompanyId } from '../../ids.ts';
import { invoicesOf, type Invoice } from '../../invoice/invoice.ts';
import { settlementsOf, type Settlement } from '../../settlement/settlement.ts';
import type { Task } from '../../task/task.ts';
import type { Case } from '../case.ts';
import type { KeyedPart, PartText, SmallPart } from './part.ts';

/** A thing of a case before it is text: `from` are the values it is made of, by whose identity a change is known. */
interface Thing extends Omit<PartText, 'text'> {
  readonly from: readonly unknown[];
  readonly value: () => unknown;
}

/** Every text of a case: what a first save writes. */
export function textsOf(whole: Case, brief: RoleBrief | null): readonly PartText[] {
  return thingsOf(whole, brief).map(textOf);
}

/** What a decision changed: texts that became others, and keys of what is gone. */
export interface PartChanges {
  readonly changed: readonly PartText[];
  readonly gone: readonly Omit<PartText, 'text'>[];
}

/** The difference of two versions of a case. Only what is made of other values is written as text and compared. */
export function changesBetween(before: Briefed, after: Briefed): PartChanges {
  const old = new Map(thingsOf(before.case, before.brief).map((thing) => [placeOf(thing), thing]));
  const changed: PartText[] = [];
  for (const thing of thingsOf(after.case, after.brief)) {
    const was = old.get(placeOf(thing));
    old.delete(placeOf(thing));
    if (was && sameValues(was.from, thing.from)) continue;
    const now = textOf(thing);
    if (!was || textOf(was).text !== now.text) changed.push(now);
  }
  return { changed, gone: [...old.values()].map(({ part, key, owner }) => ({ part, key, owner })) };
}

/** A case with what is told of its role while that waits. */
export interface Briefed {
  readonly case: Case;
  readonly brief: RoleBrief | null;
}

/** A thing that passes to another company's cut is gone from the one and new in the other. */
function placeOf({ part, key, owner }: Omit<PartText, 'text'>): string {
  return JSON.stringify([part, key, owner]);
}

function sameValues(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
}

function textOf({ part, key, owner, value }: Thing): PartText {
  return { part, key, owner, text: JSON.stringify(value()) };
}

function thingsOf(whole: Case, brief: RoleBrief | null): readonly Thing[] {
  return [
    ...smallThings(whole, brief),
    ...whole.tasks.flatMap(taskThings),
    ...whole.budgets.flatMap(budgetThings),
    ...(whole.budgetVersions ?? []).map(versionThing),
    ...invoicesOf(whole).map(invoiceThing),
    ...documentThings(whole),
    ...asksOf(whole).flatMap(askThings),
    ...planThings(whole),
    ...settlementsOf(whole).map(settlementThing),
  ];
}

function smallThings(whole: Case, brief: RoleBrief | null): readonly Thing[] {
  const { id, portal, number, claimNumber, state, closed, stateSet, createdAt, handler, handlerSet, site } = whole;
  const { damage, role, decision, customer, cover, roleDeclined, roleEnded = null } = whole;
  // What nobody has set is in no text: what was stored before stays the text it is.
  const head = { id, portal, number, claimNumber, state, closed, stateSet, createdAt, handler, handlerSet, site };
  const past = { roleDeclined, roleEnded };
  return [
    small('head', head, Object.values(head)),
    small('damage', damage),
    small('role', role),
    small('decision', decision),
    ...decisionThings(whole),
    small('customer', customer),
    small('cover', cover),
    small('role-past', past, Object.values(past)),
    ...(brief && role ? [{ ...small('brief', brief), owner: role.company }] : []),
  ];
}

/** There is none of them before a decision, or of one that was imported. */
function decisionThings({ decisionParts, decisionGrounds, decisionAmounts }: Case): readonly Thing[] {
  return [
    ...(decisionParts ? [small('decision-parts', decisionParts)] : []),
    ...(decisionGrounds ? [small('decision-grounds', decisionGrounds)] : []),
    ...(decisionAmounts ? [small('decision-amounts', decisionAmounts)] : []),
  ];
}

function small(part: SmallPart, value: unknown, from: readonly unknown[] = [value]): Thing {
  return { part, key: '', owner: null, from, value: () => value };
}

function keyed(part: KeyedPart, key: string, rest: Pick<Thing, 'owner' | 'from' | 'value'>): Thing {
  return { part, key, ...rest };
}

/**
 * Why a task came back, and what was asked about it, is between its company and who handles the case; why it was given
 * back stays with the company that had it.
 */
function taskThings(task: Task): readonly Thing[] {
  const { sentBack, inquiryText = null, handedBack = null, ...rest } = task;
  const { id, company } = task;
  const beside = (part: KeyedPart, owner: CompanyId | null, value: object | null): readonly Thing[] =>
    value ? [keyed(part, id, { owner, from: [value], value: () => ({ id, ...value }) })] : [];
  return [
    keyed('tasks', id, { owner: null, from: [task], value: () => rest }),
    ...beside('task-returns', company, sentBack),
    // Of a task that is no company's (an early decision took it) the question stays with who asked it.
    ...beside('task-inquiries', company ?? inquiryText?.by.company ?? null, inquiryText),
    ...beside('task-handbacks', handedBack?.company ?? null, handedBack),
  ];
}

/** What somebody wrote to the insurer, and how far the limit was exceeded, is not for whose budget it is. */
function budgetThings(budget: Budget): readonly Thing[] {
  const { items, ...rest } = budget;
  const { id, forwarded, company } = rest;
  const asTold = { ...rest, forwarded: forwarded && { ...forwarded, note: '', over: null } };
  const itself = [
    keyed('budgets', id, { owner: company, from: [budget], value: () => asTold }),
    // A decision writes the budget anew, and not what was sent.
    ...(items ? [keyed('budget-items', id, { owner: company, from: [items], value: () => ({ id, items }) })] : []),
  ];
  if (!forwarded) return itself;
  const { note, over } = forwarded;
  const forward = { owner: company, from: [forwarded], value: () => ({ id, note, over }) };
  return [...itself, keyed('budget-forwards', id, forward)];
}

/** Rooms and quantities are everybody's who sees the tasks; what an item costs is of the company that entered it. */
function planThings({ rooms = [], workItems = [], workValues = [] }: Case): readonly Thing[] {
  const shared = (part: KeyedPart) => (thing: { readonly id: string }) =>
    keyed(part, thing.id, { owner: null, from: [thing], value: () => thing });
  return [
    ...rooms.map(shared('rooms')),
    ...workItems.map(shared('work-items')),
    ...workValues.map((each) =>
      keyed('work-values', each.id, { owner: each.company, from: [each], value: () => each }),
    ),
  ];
}

/** What was sent before lies apart: a budget that changes again is told without it. */
function versionThing(version: BudgetVersion): Thing {
  return keyed('budget-versions', version.id, { owner: version.company, from: [version], value: () => version });
}

/** Nobody's cut: no partner is given any of it, and who is given it is given all. */
function settlementThing(settlement: Settlement): Thing {
  return keyed('settlements', settlement.id, { owner: null, from: [settlement], value: () => settlement });
}

function invoiceThing(invoice: Invoice): Thing {
  return keyed('invoices', invoice.id, { owner: invoice.company, from: [invoice], value: () => invoice });
}

/** Who asked and who is asked of another company both see it: it is the one text that lies in two cuts. */
function askThings(ask: Ask): readonly Thing[] {
  return ownersOf(ask).map((owner) => keyed('asks', ask.id, { owner, from: [ask], value: () => ask }));
}

function documentThings(whole: Case): readonly Thing[] {
  const { documents, budgets } = whole;
  const companies = new Map<string, CompanyId>(
    [...budgets, ...invoicesOf(whole)].map(({ id, company }) => [id, company]),
  );
  return documents.map((document) => documentThing(document, companies));
}

function documentThing(document: CaseDocument, companies: ReadonlyMap<string, CompanyId>): Thing {
  const { id, budget, invoice } = document;
  const about = budget ?? invoice;
  const value = (): CaseDocument => document;
  if (about === undefined) return keyed('documents', id, { owner: null, from: [document], value });
  const owner = companies.get(about);
  if (owner === undefined) throw new Error(`A document names a budget or an invoice that there is not: ${about}`);
  return keyed('budget-files', id, { owner, from: [document], value });
}
