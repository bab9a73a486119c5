import { tellDeciders, type Told } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { revisionBy } from '../overwriting.ts';
import { reaching, withTask, wrongStatus } from './change-task.ts';
import { taskPage, toOfficeOf, wholeTask, type OnTask, type TaskQuestion } from './task-page.ts';

/** An office gives a task back, or it is taken from the office: 0, 0+, 1 → C, with the reason (domain.md §3.3 row 21). */
export interface HandBackTask extends OnTask {
  readonly reason: string;
}

/** The page of `hand-back-task`: what the office had decided about the task is gone with it, so all of it was seen. */
export const handBackTask = taskPage<HandBackTask>({
  authority: 'task.handBack',
  rights: ['tasks.allocate'],
  reads: ['head', 'tasks', 'task-returns', 'task-inquiries', 'task-handbacks', 'role'],
  changes: ['tasks', 'task-returns', 'task-inquiries', 'task-handbacks', 'log'],
  check: ({ task }) => wrongStatus(task, ['0', '0+', '1']),
  basedOn: (input) => [wholeTask(input)],
  apply: (asked, { reason }) => {
    const { task, standing, stamp } = asked;
    const had = { company: task.company ?? '', office: officeName(asked) };
    const nobodys = { office: null, company: null, responsibles: [], plannedStart: null, plannedEnd: null };
    const handedBack = { reason, by: personRef(standing), at: stamp.at, ...had };
    // What was between the company and who handles the case is no later company's.
    const said = { sentBack: null, inquiryText: null };
    // Whoever still decides on the office, the time or the members that were has not seen that they are gone.
    const now = revisionBy(stamp);
    const overwritten = { allocated: now, timeSet: now, membersAssigned: now };
    const left = reaching(asked, { ...task, ...nobodys }, 'C');
    return { tasks: withTask(asked, task, { ...nobodys, ...said, ...overwritten, ...left, handedBack }) };
  },
  log: (asked, { reason }) => ({
    what: wasGivenBack(asked) ? 'task-handed-back' : 'task-taken-back',
    facts: { task: asked.task.type, office: officeName(asked), reason },
    company: asked.task.company,
  }),
  tells: (asked): readonly Told[] =>
    wasGivenBack(asked)
      ? tellDeciders(asked, 'task-handed-back', 'tasks.allocate')
      : toOfficeOf(asked.task, 'task-taken-back'),
});

/** By the company that had it, and not by who allocates. */
function wasGivenBack({ standing, task }: TaskQuestion): boolean {
  return standing.company === task.company;
}

function officeName({ directory, task }: TaskQuestion): string {
  return directory.offices.find(({ id }) => id === task.office)?.name ?? '';
}
