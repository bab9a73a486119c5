import type { LogDraft } from '../case/log-lines.ts';
import type { Told } from '../decision.ts';
import type { MemberId } from '../ids.ts';
import type { MemberEntry } from '../office/directory.ts';
import { revisionBy } from '../overwriting.ts';
import type { MemberExclusion, Refusal } from '../rights/refusal.ts';
import { reaching, withTask, wrongStatus } from './change-task.ts';
import { membersOfTask, stepOfTask, taskPage, type OnTask, type TaskQuestion } from './task-page.ts';
import { rankOf } from './task-status.ts';
import type { Task } from './task.ts';

/** Names who is responsible for a task: 0, 0+ → 1, or a change of responsibles before completion (domain.md §3.3 rows 4, 4a, §5.2). */
export interface AssignMembers extends OnTask {
  readonly members: readonly MemberId[];
}

/** The page of `assign-members`: certified, active people of the office's company, one where the type takes one. */
export const assignMembers = taskPage<AssignMembers>({
  authority: 'task.assignMembers',
  ...stepOfTask,
  check: (asked, { members }) =>
    wrongStatus(asked.task, ['0', '0+', '1', '2', 'B', 'B+', 'B++', '3', '3-', 'I']) ?? choiceRefusal(asked, members),
  basedOn: (input) => [membersOfTask(input)],
  already: ({ task }, { members }) => areResponsible(task, members),
  apply: (asked, { members }) => {
    const { task, stamp } = asked;
    const first = rankOf(task.status) < rankOf('1');
    if (!first && areResponsible(task, members)) return null;
    const responsibles = chosen(asked, members).map(({ id, name, company }) => ({ member: id, name, company }));
    const step = first ? reaching(asked, task, '1') : {};
    return { tasks: withTask(asked, task, { ...step, responsibles, membersAssigned: revisionBy(stamp) }) };
  },
  log: ({ task }, _, after) => {
    const names = responsiblesIn(after.tasks, task).map(({ name }) => name);
    const facts = { task: task.type, names: names.join(', ') };
    if (task.status !== '0') return { what: 'members-assigned', facts };
    // Naming somebody straight away confirms that the task was received (domain.md §3.3 row 4a).
    const confirmed: LogDraft = { what: 'received-confirmed', facts: { task: task.type }, of: ['status'] };
    return [confirmed, { what: 'members-assigned', facts, of: ['names'] }];
  },
  tells: ({ task, standing }, _, after) =>
    responsiblesIn(after.tasks, task)
      .filter(({ member }) => member !== standing.member && !task.responsibles.some((had) => had.member === member))
      .map(({ member }): Told => ['task-assigned', { kind: 'member', member }]),
});

/** Why a member cannot be responsible for a task of this type and office, or null (domain.md §5.2: only certified users). */
export function taskMemberExclusion(member: MemberEntry, task: Pick<Task, 'type' | 'company'>): MemberExclusion | null {
  if (member.company !== task.company) return 'other-company';
  if (!member.active || member.level === 0) return 'inactive';
  return member.certified.includes(task.type) ? null : 'not-certified';
}

/** In whatever order they were chosen. */
function areResponsible({ responsibles }: Task, members: readonly MemberId[]): boolean {
  const chosenOnce = new Set(members);
  return responsibles.length === chosenOnce.size && responsibles.every(({ member }) => chosenOnce.has(member));
}

function choiceRefusal({ directory, task }: TaskQuestion, members: readonly MemberId[]): Refusal | null {
  const ids = [...new Set(members)];
  if (ids.length === 0) return { code: 'nothing-to-change', grantor: 'nobody' };
  if (ids.length > 1 && !task.several) return { code: 'one-responsible', grantor: 'nobody' };
  for (const id of ids) {
    const member = directory.members.find((each) => each.id === id);
    const why = member ? taskMemberExclusion(member, task) : 'unknown-member';
    if (why) return { code: 'member-not-eligible', grantor: 'company-admin', why, name: member?.name ?? id };
  }
  return null;
}

function chosen({ directory }: TaskQuestion, members: readonly MemberId[]): readonly MemberEntry[] {
  return [...new Set(members)].flatMap((id) => directory.members.find((each) => each.id === id) ?? []);
}

function responsiblesIn(tasks: readonly Task[], { id }: Task): Task['responsibles'] {
  return tasks.find((each) => each.id === id)?.responsibles ?? [];
}
