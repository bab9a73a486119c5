import { ownCompanyFlag, type Told } from '../decision.ts';
import type { OfficeId } from '../ids.ts';
import type { OfficeEntry } from '../office/directory.ts';
import { revisionBy } from '../overwriting.ts';
import { allocationIn } from '../portal/allocation.ts';
import type { Refusal } from '../rights/refusal.ts';
import { reaching, withTask, wrongStatus } from './change-task.ts';
import { taskOfficeExclusion } from './office-candidates.ts';
import { membersOfTask, officeOfTask, stepOfReturned, taskPage, type OnTask, type TaskQuestion } from './task-page.ts';
import type { Task } from './task.ts';

/** Gives a task to an office: C → 0, or 0, 0+, 1 → 0 at another one (seed, right 2; domain.md §3.3 rows 2, 20). */
export interface AllocateTask extends OnTask {
  readonly office: OfficeId;
}

/** The page of `allocate-task`. Another office begins anew: who was responsible and when it was to be done is the former's. */
export const allocateTask = taskPage<AllocateTask>({
  authority: 'tasks.allocate',
  // What was between the former company and who handles the case is no later company's.
  reads: [...stepOfReturned.reads, 'task-inquiries'],
  changes: [...stepOfReturned.changes, 'task-inquiries'],
  check: ({ task }) => wrongStatus(task, ['C', '0', '0+', '1']),
  basedOn: (input) => [officeOfTask(input), membersOfTask(input)],
  already: ({ task }, { office }) => task.office === office,
  limits: (asked, { office }) =>
    asked.task.office === office ? null : (notEligible(asked, office) ?? managesOneself(asked, office)),
  apply: (asked, input) => {
    const { task, stamp } = asked;
    const office = entryOf(asked, input.office);
    if (!office || task.office === office.id) return null;
    const at = { office: office.id, company: office.company, allocated: revisionBy(stamp) };
    const said = { sentBack: null, inquiryText: null };
    return {
      tasks: withTask(asked, task, {
        ...reaching(asked, { ...task, ...at }, '0'),
        ...at,
        ...begunAnew(asked),
        ...said,
      }),
    };
  },
  log: (asked, { office }) => {
    const entry = entryOf(asked, office);
    if (!entry || asked.task.office === office) return [];
    const facts = { task: asked.task.type, office: entry.name, ...ownCompanyFlag(asked, entry.company) };
    return { what: asked.task.office === null ? 'task-allocated' : 'task-moved', facts };
  },
  tells: (asked, { office }) => {
    const entry = entryOf(asked, office);
    if (!entry || asked.task.office === office) return [];
    return [['task-allocated', { kind: 'office', office, company: entry.company }], ...farewell(asked)];
  },
});

function entryOf({ directory }: TaskQuestion, id: OfficeId): OfficeEntry | undefined {
  return directory.offices.find((each) => each.id === id);
}

function notEligible(asked: TaskQuestion, id: OfficeId): Refusal | null {
  const office = entryOf(asked, id);
  const why = office ? taskOfficeExclusion(asked.directory, office, asked.task.type) : 'unknown-office';
  if (!why) return null;
  const grantor = why === 'unavailable' || why === 'service-not-offered' ? 'other-office' : 'insurer';
  return { code: 'office-not-eligible', grantor, why };
}

/** Who handles a case does not choose the own company to manage it: the insurer does (docs/decisions/0044). */
function managesOneself(asked: TaskQuestion, id: OfficeId): Refusal | null {
  const { task, standing, case: subject } = asked;
  const company = entryOf(asked, id)?.company;
  if (task.kind !== 'project-management' || company !== standing.company) return null;
  if (subject.role?.user?.company !== company) return null;
  return allocationIn(standing.settings).managerFromOwnCompany === 'allowed'
    ? null
    : { code: 'manager-of-own-company', grantor: 'insurer' };
}

/** What was based on the former office's people or time is stale from now on. */
function begunAnew({ task, stamp }: TaskQuestion): Partial<Task> {
  if (task.office === null) return {};
  const revision = revisionBy(stamp);
  return { responsibles: [], plannedStart: null, plannedEnd: null, membersAssigned: revision, timeSet: revision };
}

/** The former office, and who was responsible there. */
function farewell({ task }: TaskQuestion): readonly Told[] {
  if (task.office === null || task.company === null) return [];
  return [
    ['task-moved', { kind: 'office', office: task.office, company: task.company }],
    ...task.responsibles.map(({ member }): Told => ['task-moved', { kind: 'member', member }]),
  ];
}
