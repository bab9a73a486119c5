import { systemPage } from '../case/case-page.ts';
import type { LogDraft } from '../case/log-lines.ts';
import type { Directory, MemberEntry } from '../office/directory.ts';
import { selectedFor } from '../office/member-selection.ts';
import { revisionBy } from '../overwriting.ts';
import { taskMemberExclusion } from './assign-members.ts';
import { findTask, withTask } from './change-task.ts';
import { stepOfTask, type OnTask } from './task-page.ts';
import { targetFrom } from './target.ts';
import { deadlineStart } from '../decision.ts';
import type { Task } from './task.ts';

interface Found {
  readonly task: Task;
  readonly member: MemberEntry;
}

/**
 * The office's automatic member selection: who is set there is responsible at once, 0 → 1 (domain.md §3.3 row 4a, §5.1). The
 * system's, and follows from the command that allocated the task.
 */
export const selectMember = systemPage<OnTask, Found>({
  ...stepOfTask,
  find: ({ case: subject, directory }, { task: id }) => {
    const task = findTask(subject, id);
    const member = task && selectedMember(directory, task);
    return task && member ? { task, member } : null;
  },
  since: ({ task }) => [task.since],
  apply: ({ case: subject, directory, actor, task, member, stamp }) => {
    const office = directory.offices.find(({ id }) => id === task.office);
    const responsibles = [{ member: member.id, name: member.name, company: member.company }];
    const target = targetFrom(actor.settings, '1', deadlineStart(stamp), office);
    const change = { status: '1', since: stamp.at, target, responsibles, membersAssigned: revisionBy(stamp) } as const;
    return { tasks: withTask({ case: subject, stamp }, task, change) };
  },
  log: ({ task, member }): readonly LogDraft[] => [
    { what: 'received-confirmed', facts: { task: task.type } },
    { what: 'members-assigned', facts: { task: task.type, names: member.name } },
  ],
  tells: ({ member }) => [['task-assigned', { kind: 'member', member: member.id }]],
});

/** Who is set responsible for a task that an office has just been given; null where nobody is, or nobody who can be. */
export function selectedMember({ offices, members }: Directory, task: Task): MemberEntry | null {
  if (task.status !== '0') return null;
  const selection = offices.find(({ id }) => id === task.office)?.selection;
  const wanted = selectedFor(selection, task.type);
  const member = members.find(({ id }) => id === wanted);
  return member && taskMemberExclusion(member, task) === null ? member : null;
}
