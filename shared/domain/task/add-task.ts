import { casePage } from '../case/case-page.ts';
import type { Case } from '../case/case.ts';
import { deadlineStart, tellDeciders, type CaseQuestion } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import type { TaskType } from '../portal/portal-settings.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { targetFrom } from './target.ts';
import type { Task } from './task.ts';

/** Adds a task to a case: – → C (seed, right 1; domain.md §3.3 row 1). */
export interface AddTask {
  /** Made by the app, so that what follows offline can name the task already. */
  readonly id: TaskId;
  /** One of the portal's task types, by its code. */
  readonly type: string;
  /** *Extra task*: meant as another one where a task of the type stands already (domain.md §3.1). */
  readonly extra: boolean;
}

/** The page of `add-task`. It overwrites nothing; that somebody else added the same is said by the type that stands. */
export const addTask = casePage<AddTask, { readonly type: TaskType | undefined }>({
  authority: 'tasks.edit',
  reads: ['head', 'tasks', 'role', 'budgets'],
  changes: ['tasks', 'log'],
  find: ({ standing }, { type }) => ({ type: standing.settings.taskTypes.find(({ code }) => code === type) }),
  may: ({ standing, case: subject }) => may(standing, 'tasks.edit', { case: subject }),
  check: ({ case: subject, type }, input) => {
    if (!type) return { code: 'task-type-unknown', grantor: 'nobody' };
    if (isTaken(subject, input.id)) return { code: 'nothing-to-change', grantor: 'nobody' };
    return input.extra ? null : typeRefusal(subject, type);
  },
  apply: (asked, { id }) => (asked.type ? { tasks: [...asked.case.tasks, newTask(asked, asked.type, id)] } : null),
  log: (_, { type }) => ({ what: 'task-added', facts: { task: type } }),
  shows: ({ tasks }, { type, stamp }) => {
    const added = tasks.find((task) => task.type === type?.code && task.revision === stamp.id);
    return added ? { status: added.status } : {};
  },
  tells: (asked) => tellDeciders(asked, 'task-added', 'tasks.allocate'),
});

/** Why a task of this type is only added as an extra one, or null. */
function typeRefusal({ tasks }: Pick<Case, 'tasks'>, { code }: Pick<TaskType, 'code'>): Refusal | null {
  return tasks.some(({ type }) => type === code) ? { code: 'task-type-there', grantor: 'nobody' } : null;
}

/** A budget may still name a task that was removed: its id is nobody else's. */
function isTaken({ tasks, budgets }: Case, id: TaskId): boolean {
  return tasks.some((task) => task.id === id) || budgets.some((budget) => budget.tasks.includes(id));
}

function newTask({ case: subject, standing, stamp }: CaseQuestion, type: TaskType, id: TaskId): Task {
  return {
    id,
    type: type.code,
    kind: type.kind,
    several: type.responsibles === 'several',
    budget: type.budget,
    // Every case has one main inspection; whichever comes after it is another one (domain.md §2).
    main: type.kind === 'inspection' && !subject.tasks.some(({ main }) => main),
    status: 'C',
    office: null,
    company: null,
    responsibles: [],
    plannedStart: null,
    plannedEnd: null,
    since: stamp.at,
    target: targetFrom(standing.settings, 'C', deadlineStart(stamp)),
    completedBy: null,
    sentBack: null,
    revision: stamp.id,
  };
}
