import type { Case, CaseContent } from '../case/case.ts';
import { decided, refused, tellDeciders, type CaseQuestion, type Decision, type Told } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import { projectManagersWith } from '../rights/roles-in-case.ts';
import { findTask, reaching, withTask, wrongStatus } from './change-task.ts';
import type { Task } from './task.ts';

/** Marks a running task as done: 3 → 4 (domain.md §3.3 row 17). */
export interface CompleteTask {
  readonly task: TaskId;
}

/** Decides `complete-task`; a changed budget that still waits (3-) has to be decided first. */
export function completeTask(question: CaseQuestion, input: CompleteTask): Decision<Case> {
  const task = findTask(question.case, input.task);
  if (!task) return refused({ code: 'case-not-found', grantor: 'nobody' });
  const verdict = may(question.standing, 'task.complete', { case: question.case, task });
  if (!verdict.allowed) return refused(verdict.refusal);
  const conflict = wrongStatus(task, ['3']);
  if (conflict) return refused(conflict);
  const tasks = withTask(question, task, {
    ...reaching(question, task, '4'),
    completedBy: personRef(question.standing),
    sentBack: null,
  });
  return decided(question, {
    as: verdict.as,
    change: { tasks },
    entry: { what: 'task-completed', facts: { task: task.type } },
    tell: task.main ? tellCompensationDeciders(question) : tellDeciders(question, 'task-completed', 'tasks.approve'),
  });
}

/** The main inspection is followed by the decision on compensation (domain.md §9), which a project manager may have too. */
function tellCompensationDeciders(question: CaseQuestion): readonly Told[] {
  const managers = projectManagersWith('decision.make', question.case, question.standing.settings);
  return [
    ...tellDeciders(question, 'task-completed', 'decision.make'),
    ...managers.map((member): Told => ['task-completed', { kind: 'member', member }]),
  ];
}

/** The case with who completed its tasks told by the log where the task itself does not keep it. */
export function namingWhoCompleted<Content extends CaseContent>(content: Content): Content {
  const untold = (task: Task): boolean => task.status === '4' && task.completedBy === undefined;
  if (!content.case.tasks.some(untold)) return content;
  // Nothing but its completion or what follows on it changes a task in 4, so the revision there is the completion's.
  const completed = ({ revision }: Task): Task['completedBy'] =>
    content.log.find((entry) => entry.command === revision && entry.what === 'task-completed')?.by ?? null;
  const tasks = content.case.tasks.map((task) => (untold(task) ? { ...task, completedBy: completed(task) } : task));
  return { ...content, case: { ...content.case, tasks } };
}
