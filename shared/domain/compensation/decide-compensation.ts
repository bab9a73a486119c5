import { casePage, type As } from '../case/case-page.ts';
import type { Case } from '../case/case.ts';
import type { Facts } from '../case/log-entry.ts';
import type { LogDraft } from '../case/log-lines.ts';
import type { CaseQuestion, Told } from '../decision.ts';
import { isOfCase, type CaseDocument } from '../document/document.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { reaching, wrongStatus } from '../task/change-task.ts';
import { wholeTask, type OnTask } from '../task/task-page.ts';
import { rankOf } from '../task/task-status.ts';
import type { Task } from '../task/task.ts';
import {
  lastOfDecision,
  lineOf,
  mainInspection,
  officesOf,
  shownOfDecision,
  tellEverybody,
} from './compensation-page.ts';
import { decidesByPart } from './compensation-settings.ts';
import {
  resultOf,
  type CompensationResult,
  type DecidedPart,
  type DecisionAmounts,
  type PartGrounds,
  type SeenCover,
} from './compensation.ts';

/** Decides on the compensation at the main inspection: 4 → A, or earlier where that is meant (seed, right 4; domain.md §9). */
export interface DecideCompensation extends OnTask {
  /** That the inspection is not done is known, and that it goes to the insurer. */
  readonly early: boolean;
  /** As it was on the screen: where there are parts it is what follows from them. */
  readonly result: CompensationResult;
  readonly parts: readonly EnteredPart[];
  /** Of the amounts; null where none was entered. */
  readonly currency: string | null;
  readonly reason: string;
  readonly customerText: string;
  readonly authority: string;
  readonly seen: Seen;
}

/** A part as it is entered; `amount` is in minor units, null where none is said. */
export interface EnteredPart extends DecidedPart, PartGrounds {
  readonly amount: number | null;
}

/** What of the case was on the screen; the portal server names what is there under these ids. */
interface Seen {
  readonly documents: readonly CaseDocument['id'][];
  readonly cover: SeenCover | null;
}

interface Found {
  readonly task: Task;
}

type Asked = CaseQuestion & Found;

/** The page of `decide-compensation`. What it decides on is the inspection as it was seen; the limit has no say (domain.md §9). */
export const decideCompensation = casePage<DecideCompensation, Found>({
  authority: 'decision.make',
  reads: ['head', 'tasks', 'task-returns', 'task-inquiries', 'role', 'decision', 'documents'],
  changes: [
    'decision',
    'decision-parts',
    'decision-grounds',
    'decision-amounts',
    'tasks',
    'task-returns',
    'task-inquiries',
    'log',
  ],
  find: ({ case: subject }, input) => {
    const task = mainInspection(subject);
    return task && task.id === input.task ? { task } : null;
  },
  absent: ({ standing, case: subject }) => {
    const verdict = may(standing, 'decision.make', { case: subject });
    return verdict.allowed ? { code: 'no-inspection', grantor: 'insurer' } : verdict.refusal;
  },
  may: ({ standing, case: subject, task }) => may(standing, 'decision.make', { case: subject, task }),
  since: ({ case: { decision }, task }) => [task.since, decision?.at ?? null],
  check: cannotBeDecided,
  // To decide, and to take that back, makes another inspection of it: who saw this one saw that nobody had decided.
  basedOn: (input) => [wholeTask(input)],
  limits: otherThanParts,
  apply: (asked, input) => ({
    ...recorded(asked, input),
    tasks: tasksAfter(asked, input),
  }),
  log: linesOf,
  shows: shownOfDecision,
  tells: (asked, _, after) => [
    ...tellEverybody(asked, after.tasks, 'compensation-decided'),
    ...(isEarly(asked.task)
      ? officesOf([asked.task]).map((office): Told => ['inspection-taken-over', { kind: 'office', ...office }])
      : []),
  ],
  instead: lastOfDecision,
});

/** Repairs that a rejected case has no use for: not begun and nothing agreed, so that they are offered for removal (domain.md §3.5). */
export function repairsToRemove({ decision, tasks }: Pick<Case, 'decision' | 'tasks'>): readonly Task[] {
  if (decision?.result !== 'rejected') return [];
  return tasks.filter(({ kind, status }) => kind === 'repair' && rankOf(status) <= rankOf('1'));
}

/** True for an inspection that is not done: a decision now is an early one, and takes it from whoever has it. */
export function isEarly({ status }: Pick<Task, 'status'>): boolean {
  return rankOf(status) < rankOf('4');
}

function cannotBeDecided({ case: { decision }, task }: Asked, { early }: DecideCompensation): Refusal | null {
  if (decision) {
    const { by, at } = decision;
    return { code: 'already-decided', grantor: 'nobody', changedBy: by?.name ?? null, changedAt: at };
  }
  return early && isEarly(task) ? null : wrongStatus(task, ['4']);
}

/** The result follows from the parts, which a portal may do without. */
function otherThanParts(
  { standing: { settings } }: Asked,
  { parts, result, currency }: DecideCompensation,
): Refusal | null {
  const follows = resultOf(parts);
  const free = follows === null && !decidesByPart(settings);
  if (follows !== result && !free) return { code: 'result-from-parts', grantor: 'nobody' };
  return currency !== null && currency !== settings.currency
    ? { code: 'currency-differs', grantor: 'nobody', expected: settings.currency }
    : null;
}

type Recorded = Pick<Case, 'decision' | 'decisionParts' | 'decisionGrounds' | 'decisionAmounts'>;

function recorded(asked: Asked & As, input: DecideCompensation): Recorded {
  const { case: subject, standing, stamp, task, directory } = asked;
  const { result, parts, reason, customerText, authority, seen } = input;
  const wereSeen = new Set(seen.documents);
  const documents = subject.documents.filter((document) => isOfCase(document) && wereSeen.has(document.id));
  const { status, since, completedBy = null } = task;
  const office = isEarly(task) ? directory.offices.find(({ id }) => id === task.office) : undefined;
  return {
    decision: { result, at: stamp.at, by: personRef(standing), as: asked.as, revision: stamp.id },
    decisionParts: {
      early: isEarly(task),
      parts: parts.map(({ kind, name, ruling, scope }) => ({ kind, name, ruling, scope })),
    },
    decisionGrounds: {
      parts: parts.map(({ deduction, reason: why }) => ({ deduction, reason: why })),
      reason,
      customerText,
      authority,
      seen: { status, since, completedBy, documents: documents.map(({ id, name }) => ({ id, name })) },
      takenFrom: office?.name ?? null,
    },
    decisionAmounts: amountsOf(input, standing.settings.currency),
  };
}

function amountsOf({ parts, currency, seen: { cover } }: DecideCompensation, usual: string): DecisionAmounts | null {
  const amounts = parts.map(({ amount }) => amount);
  const entered = amounts.some((amount) => amount !== null);
  return entered || cover ? { currency: currency ?? usual, parts: amounts, cover } : null;
}

/** The inspection is finished, and after a yes the project management goes on by itself (domain.md §3.5). */
function tasksAfter(asked: Asked, { result }: DecideCompensation): readonly Task[] {
  const { case: subject, stamp, task } = asked;
  const taken = isEarly(task) ? { office: null, company: null, responsibles: [] } : {};
  const goesOn = new Set(result === 'rejected' ? [] : waitingManagement(subject));
  return subject.tasks.map((each) => {
    // What an inspection still waited for is not waited for any more.
    const ended = { sentBack: null, inquiry: null, ...(each.inquiry ? { inquiryText: null } : {}) };
    if (each === task) return { ...each, ...taken, ...ended, ...reaching(asked, each, 'A'), revision: stamp.id };
    return goesOn.has(each) ? { ...each, ...reaching(asked, each, '3'), revision: stamp.id } : each;
  });
}

function waitingManagement({ tasks }: Pick<Case, 'tasks'>): readonly Task[] {
  return tasks.filter(({ kind, status }) => kind === 'project-management' && status === 'B++');
}

function linesOf(asked: Asked, { result }: DecideCompensation): readonly LogDraft[] {
  const { case: subject, directory, task } = asked;
  const of: LogDraft['of'] = ['status', 'decision'];
  const decided: LogDraft = { what: lineOf[result], facts: { task: task.type, ...ownInspection(asked) }, of };
  const office = isEarly(task) ? directory.offices.find(({ id }) => id === task.office) : undefined;
  return [
    decided,
    ...(office ? [{ what: 'inspection-taken-over', facts: { office: office.name }, of: [] } as const] : []),
    ...(result === 'rejected' ? [] : waitingManagement(subject)).map(({ id, type }): LogDraft => ({
      what: 'management-moved-on',
      facts: { task: type },
      item: id,
      of: [],
    })),
  ];
}

/** Marks a decision on an inspection of the company that decides, or of the one that handles the case (domain.md §15). */
function ownInspection({ case: { role }, standing, task: { company } }: Asked): Facts {
  const own = company !== null && (company === standing.company || company === role?.company);
  return own ? { ownCompany: 'yes' } : {};
}
