import type { Case } from '../case/case.ts';
import { decided, refused, silently, type CaseQuestion, type Decision, type LogDraft } from '../decision.ts';
import type { MemberId, TaskId } from '../ids.ts';
import type { MemberEntry } from '../office/directory.ts';
import { revisionBy } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import type { MemberExclusion, Refusal } from '../rights/refusal.ts';
import { findTask, reaching, stalePart, withTask, wrongStatus } from './change-task.ts';
import { rankOf } from './task-status.ts';
import type { Task } from './task.ts';

/** Names who is responsible for a task: 0, 0+ → 1, or a change of responsibles before completion (domain.md §3.3 rows 4, 4a, §5.2). */
export interface AssignMembers {
  readonly task: TaskId;
  readonly members: readonly MemberId[];
}

/** Decides `assign-members`: certified, active people of the office's company, one where the type takes one. */
export function assignMembers(question: CaseQuestion, input: AssignMembers): Decision<Case> {
  const task = findTask(question.case, input.task);
  if (!task) return refused({ code: 'case-not-found', grantor: 'nobody' });
  const verdict = may(question.standing, 'task.assignMembers', { case: question.case, task });
  if (!verdict.allowed) return refused(verdict.refusal);
  const conflict = wrongStatus(task, ['0', '0+', '1', '2', 'B', 'B+', 'B++', '3', '3-', 'I']);
  if (conflict) return refused(conflict);
  const chosen = choose(question, task, input.members);
  if ('code' in chosen) return refused(chosen);
  const responsibles = chosen.map((each) => ({ member: each.id, name: each.name, company: each.company }));
  const first = rankOf(task.status) < rankOf('1');
  const same = namesOf(responsibles) === namesOf(task.responsibles);
  if (same && !first) return silently(question.case);
  const stale = same ? null : stalePart(question, task, task.membersAssigned);
  if (stale) return refused(stale);
  const change = {
    ...(first ? reaching(question, task, '1') : {}),
    responsibles,
    membersAssigned: revisionBy(question.stamp),
  };
  const names = responsibles.map((each) => each.name).join(', ');
  const assigned: LogDraft = { what: 'members-assigned', facts: { task: task.type, names } };
  // Naming somebody straight away confirms that the task was received (domain.md §3.3 row 4a).
  const confirmed: LogDraft = { what: 'received-confirmed', facts: { task: task.type } };
  return decided(question, {
    as: verdict.as,
    change: { tasks: withTask(question, task, change) },
    entry: task.status === '0' ? [confirmed, assigned] : assigned,
    tell: responsibles
      .filter(
        (each) =>
          each.member !== question.standing.member && !task.responsibles.some((had) => had.member === each.member),
      )
      .map((each) => ['task-assigned', { kind: 'member', member: each.member }] as const),
  });
}

/** Why a member cannot be responsible for a task of this type and office, or null (domain.md §5.2: only certified users). */
export function taskMemberExclusion(member: MemberEntry, task: Pick<Task, 'type' | 'company'>): MemberExclusion | null {
  if (member.company !== task.company) return 'other-company';
  if (!member.active || member.level === 0) return 'inactive';
  return member.certified.includes(task.type) ? null : 'not-certified';
}

/** The same for the same people, in whatever order they were chosen. */
function namesOf(responsibles: Task['responsibles']): string {
  return responsibles
    .map(({ member }) => member)
    .toSorted()
    .join();
}

function choose(question: CaseQuestion, task: Task, members: readonly MemberId[]): readonly MemberEntry[] | Refusal {
  const ids = [...new Set(members)];
  if (ids.length === 0) return { code: 'nothing-to-change', grantor: 'nobody' };
  if (ids.length > 1 && !task.several) return { code: 'one-responsible', grantor: 'nobody' };
  const chosen: MemberEntry[] = [];
  for (const id of ids) {
    const member = question.directory.members.find((each) => each.id === id);
    const why = member ? taskMemberExclusion(member, task) : 'unknown-member';
    if (!member || why)
      return {
        code: 'member-not-eligible',
        grantor: 'company-admin',
        why: why ?? 'unknown-member',
        name: member?.name ?? id,
      };
    chosen.push(member);
  }
  return chosen;
}
