import type { Case, CaseContent } from '../case/case.ts';
import { casePage, type CasePage, type CaseVerb, type OverwritesInCase } from '../case/case-page.ts';
import type { ContraryDecision, Logged } from '../case/log-entry.ts';
import type { CaseQuestion, Told } from '../decision.ts';
import type { CommandId, TaskId } from '../ids.ts';
import type { Directory } from '../office/directory.ts';
import { standsAt, type Thing } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import type { Authority } from '../rights/rights.ts';
import { findTask } from './change-task.ts';
import type { Task } from './task.ts';

/** A command about one task. */
export interface OnTask {
  readonly task: TaskId;
}

/** The task that was found. */
interface Found {
  readonly task: Task;
}

/** All that a decision about one task may read. */
export type TaskQuestion = CaseQuestion & Found;

type Given = 'find' | 'since' | 'shows' | 'instead';

interface TaskVerb<Input> extends Omit<CaseVerb<Input, Found>, Given | 'may' | 'authority'> {
  readonly authority: Authority;
  /** Left out: who has the authority for this task. */
  readonly may?: CaseVerb<Input, Found>['may'];
}

/** Makes a page about one task of a case. */
export function taskPage<Input extends OnTask>(
  verb: TaskVerb<Input> & OverwritesInCase<Input, Found>,
): CasePage<Input, true>;
export function taskPage<Input extends OnTask>(verb: TaskVerb<Input>): CasePage<Input, false>;
export function taskPage<Input extends OnTask>(verb: TaskVerb<Input>): CasePage<Input> {
  const { authority } = verb;
  return casePage<Input, Found>({
    may: ({ standing, case: subject, task }) => may(standing, authority, { case: subject, task }),
    ...verb,
    find: ({ case: subject }, input) => {
      const task = findTask(subject, input.task);
      return task ? { task } : null;
    },
    since: ({ task }) => [task.since],
    shows: (subject, { task, directory }) => shownOf(findTask(subject, task.id), directory),
    instead: lastOf,
  });
}

/** Office, time and responsibles have revisions of their own: what became of the task after them is another matter. */
function lastOf(
  { case: subject, log }: CaseContent,
  { task: id }: OnTask,
  overwritten: CommandId | null,
): ContraryDecision | null {
  const task = findTask(subject, id);
  if (!task) return null;
  const { sentBack, type, revision } = task;
  const against = overwritten ?? revision;
  const entry = log.findLast((each) => each.command === against && each.facts['task'] === type);
  if (entry) return entry;
  return sentBack && against === revision
    ? { what: 'task-sent-back', by: sentBack.by, at: sentBack.at, facts: { task: type, reason: sentBack.reason } }
    : null;
}

function shownOf(task: Task | undefined, { offices }: Directory): Logged {
  if (!task) return {};
  const office = offices.find(({ id }) => id === task.office)?.name ?? null;
  const { status, plannedStart: start, plannedEnd: end, responsibles } = task;
  return { status, office, start, end, names: responsibles.map(({ name }) => name).join(', ') || null };
}

/** A step of a task: which parts of the case it reads and changes. */
export const stepOfTask = { reads: ['head', 'tasks'], changes: ['tasks', 'log'] } as const;

/** A step that takes along why the task came back. */
export const stepOfReturned = {
  reads: ['head', 'tasks', 'task-returns', 'role'],
  changes: ['tasks', 'task-returns', 'log'],
} as const;

/** A step that takes along what is asked about a task, or why it came back. */
export const stepOfInquiry = {
  reads: ['head', 'tasks', 'task-inquiries', 'role'],
  changes: ['tasks', 'task-inquiries', 'log'],
} as const;

/** Tells the office that has a task; nobody where none has. */
export function toOfficeOf({ office, company }: Task, notice: Told[0]): readonly Told[] {
  return office === null || company === null ? [] : [[notice, { kind: 'office', office, company }]];
}

/** All of a task, for what decides on it. */
export function wholeTask({ task: id }: OnTask): Thing<Case> {
  return {
    thing: `task:${id}`,
    in: (subject) => {
      const task = findTask(subject, id);
      return task ? { revision: task.revision, by: null, at: task.since } : null;
    },
  };
}

/** When a task is carried out. */
export function timeOfTask(input: OnTask): Thing<Case> {
  return partOfTask(input, 'time', 'timeSet');
}

/** Who is responsible for a task. */
export function membersOfTask(input: OnTask): Thing<Case> {
  return partOfTask(input, 'members', 'membersAssigned');
}

/** What was asked about a task, while it waits for that. */
export function inquiryOfTask({ task: id }: OnTask): Thing<Case> {
  return {
    thing: `task:${id}/inquiry`,
    in: (subject) => {
      const task = findTask(subject, id);
      return task ? standsAt(task.inquiry?.asked, task.id) : null;
    },
  };
}

/** That a task was started. */
export function startOfTask(input: OnTask): Thing<Case> {
  return partOfTask(input, 'start', 'started');
}

/** Which office has a task. */
export function officeOfTask(input: OnTask): Thing<Case> {
  return partOfTask(input, 'office', 'allocated');
}

function partOfTask(
  { task: id }: OnTask,
  name: string,
  part: 'allocated' | 'timeSet' | 'membersAssigned' | 'started',
): Thing<Case> {
  return {
    thing: `task:${id}/${name}`,
    in: (subject) => {
      const task = findTask(subject, id);
      return task ? { ...standsAt(task[part], task.id), whole: task.revision } : null;
    },
  };
}
