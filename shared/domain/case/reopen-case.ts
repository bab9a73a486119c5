import type { Budget } from '../budget/budget.ts';
import { deadlineStart, type CaseQuestion, type Told } from '../decision.ts';
import { roleUserExclusion } from '../external-case-handler/candidates.ts';
import { shownOfRole } from '../external-case-handler/role-page.ts';
import type { ExternalCaseHandlerRole } from '../external-case-handler/role.ts';
import type { OfficeId } from '../ids.ts';
import { revisionBy } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import { targetFrom } from '../task/target.ts';
import type { Target, Task } from '../task/task.ts';
import type { TaskStatus } from '../task/task-status.ts';
import { casePage } from './case-page.ts';
import type { LogDraft } from './log-lines.ts';
import { stateOfCase, tellWhoWorksThere } from './close-case.ts';

/** Opens a closed case again, with the reason. */
export interface ReopenCase {
  readonly reason: string;
}

/**
 * The page of `reopen-case`. What was to be done until some moment has its whole time again: nothing is overdue by the time
 * in which nobody could do it. A role whose user cannot have it any more is its office's again (domain.md §5.3 edge rules).
 */
export const reopenCase = casePage<ReopenCase, object>({
  authority: 'case.close',
  reads: ['head', 'tasks', 'role', 'budgets'],
  changes: ['head', 'tasks', 'role', 'budgets', 'log'],
  find: () => ({}),
  may: ({ standing, case: subject }) => may(standing, 'case.close', { case: subject }),
  since: ({ case: { closed, stateSet } }) => [closed?.at ?? stateSet?.decidedAt ?? null],
  basedOn: () => [stateOfCase],
  already: ({ case: { state } }) => state === 'open',
  apply: (asked) => {
    const { case: subject, stamp } = asked;
    if (subject.state === 'open') return null;
    return {
      state: 'open',
      closed: null,
      stateSet: revisionBy(stamp),
      role: roleAfter(asked),
      tasks: subject.tasks.map((task) => withTarget(task, targetOfTask(asked, task))),
      budgets: subject.budgets.map((budget) => withTarget(budget, targetOfBudget(asked, budget))),
    };
  },
  log: (asked, { reason }): readonly LogDraft[] => [
    { what: 'case-reopened', facts: { reason }, of: [] },
    ...(losesUser(asked) ? [released(asked.case.role)] : []),
  ],
  shows: shownOfRole,
  tells: (asked, _, after) => [...tellWhoWorksThere(after, 'case-reopened'), ...tellOfRole(asked)],
  instead: ({ log }) => log.findLast(({ what }) => what === 'case-reopened' || what === 'case-closed') ?? null,
});

function released(role: ExternalCaseHandlerRole | null): LogDraft {
  return { what: 'role-user-released', facts: { name: role?.user?.name ?? '' } };
}

/** The user lost the mark or the membership while nobody could pick another. An office that is away keeps what it has. */
function losesUser({ case: { role }, directory }: CaseQuestion): boolean {
  if (!role?.user) return false;
  const member = directory.members.find(({ id }) => id === role.user?.member);
  const why = member ? roleUserExclusion(directory, member, role.office) : 'unknown-member';
  return why !== null && why !== 'office-unavailable';
}

function roleAfter(asked: CaseQuestion): ExternalCaseHandlerRole | null {
  const { role } = asked.case;
  const loses = losesUser(asked);
  if (!role || (role.user && !loses)) return role;
  const target = targetFor(asked, 'role', role.office);
  return { ...role, target, ...(loses ? { user: null, userAssignedAt: null, revision: asked.stamp.id } : {}) };
}

function tellOfRole(asked: CaseQuestion): readonly Told[] {
  const { role } = asked.case;
  if (!role || !losesUser(asked)) return [];
  return [
    ['role-user-released', { kind: 'insurer' }],
    ['role-given', { kind: 'office', office: role.office, company: role.company }],
  ];
}

function targetOfTask(asked: CaseQuestion, { target, status, office }: Task): Target | null {
  return target && targetFor(asked, status, office);
}

function targetOfBudget(asked: CaseQuestion, { state, target }: Budget): Target | null {
  return state === 'submitted' && target ? targetFor(asked, 'B', null) : target;
}

function targetFor(
  { directory, standing, stamp }: CaseQuestion,
  status: TaskStatus | 'role',
  office: OfficeId | null,
): Target | null {
  const entry = directory.offices.find(({ id }) => id === office);
  return targetFrom(standing.settings, status, deadlineStart(stamp), entry);
}

/** The same thing where its target stays, so that nothing is written of it. */
function withTarget<Thing extends { readonly target: Target | null }>(thing: Thing, target: Target | null): Thing {
  return target === thing.target ? thing : { ...thing, target };
}
