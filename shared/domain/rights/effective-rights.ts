import type { Budget } from '../budget/budget.ts';
import type { Case } from '../case/case.ts';
import type { MemberStanding } from '../member/standing.ts';
import { boundInForce } from '../settlement/bound-in-force.ts';
import type { Task } from '../task/task.ts';
import { everyAuthority } from './authority-groups.ts';
import { approvalLimit, headroom, may, mayAdminister, maySteer, type Headroom } from './may.ts';
import type { Authority, InsurerAuthority, OperatorAuthority } from './rights.ts';
import { isExternalCaseHandler } from './roles-in-case.ts';
import type { Verdict } from './verdict.ts';

/** What somebody may do by one authority in one case. */
export interface EffectiveRight {
  readonly authority: Authority;
  /** One, or one a task or budget where they differ; none where there is nothing in sight that it could be about. */
  readonly answers: readonly EffectiveAnswer[];
  /** What it is about and the reader of the case does not see, or not all of it: it is not guessed at. */
  readonly unseen: 'tasks' | 'budgets' | null;
}

/** A yes or a no, and the task or budget that it is about where it is not about the whole case. */
export interface EffectiveAnswer {
  readonly verdict: Verdict;
  readonly task: Task | null;
  readonly budget: Budget | null;
  /** What approving the budget would do to the limit that binds this person; null where none does. */
  readonly headroom: Headroom | null;
}

/**
 * All that somebody may do in a case as its reader sees it, by the very functions that decide on it. Who sees only the
 * head of a case works in a company that has no task in it, so what the unseen tasks could give is nobody's there.
 */
export function effectiveRights(standing: MemberStanding, subject: Case): readonly EffectiveRight[] {
  return everyAuthority.map((authority) => effectiveRight(standing, authority, subject));
}

/** The limit that binds an External case handler and what is left of it; null for others, or where the amounts are not seen. */
export function approvalRoom(
  standing: MemberStanding,
  subject: Case,
): { readonly limit: number; readonly left: number } | null {
  const { settings } = standing;
  if (!isExternalCaseHandler({ standing, case: subject }) || subject.hidden.includes('other-budgets')) return null;
  const limit = approvalLimit(standing.limit, settings);
  const cumulative = settings.externalCaseHandler.limitBasis === 'cumulative';
  const used = cumulative ? boundInForce(subject, standing.member) : 0;
  return { limit, left: Math.max(0, limit - used) };
}

function effectiveRight(standing: MemberStanding, authority: Authority, subject: Case): EffectiveRight {
  const whole = { authority, answers: [answer(verdictOn(standing, authority, subject))], unseen: null };
  if (authority === 'budget.approve') return onBudgets(standing, subject, whole);
  const isAbout = taskScopes[authority];
  if (!isAbout) return whole;
  const isRight = authority === 'tasks.approve' || authority === 'inspection.start';
  // A right is a matter of the role, and can be told without a task; what an office may do with its tasks cannot.
  const without = isRight ? whole.answers : [];
  if (subject.hidden.includes('tasks')) return { authority, answers: without, unseen: 'tasks' };
  const tasks = subject.tasks.filter(isAbout);
  const answers = tasks.map((task) => answer(may(standing, authority, { case: subject, task }), { task }));
  return { authority, answers: tasks.length === 0 ? without : asOne(answers), unseen: null };
}

function onBudgets(standing: MemberStanding, subject: Case, whole: EffectiveRight): EffectiveRight {
  const room = approvalRoom(standing, subject);
  const answers = subject.budgets.map((budget) => {
    const verdict = may(standing, 'budget.approve', { case: subject, budget });
    const limited = verdict.allowed && room !== null && budget.state === 'submitted';
    return answer(verdict, { budget, headroom: limited ? headroom(standing, subject, budget) : null });
  });
  const unseen = subject.hidden.includes('other-budgets') ? 'budgets' : null;
  return { ...whole, answers: answers.length === 0 ? whole.answers : asOne(answers), unseen };
}

/** What needs no task and no budget: a case, the own company and office, or the portal. */
function verdictOn(standing: MemberStanding, authority: Authority, subject: Case): Verdict {
  const { company, office } = standing;
  if (authority === 'member.change' || authority === 'office.change')
    return mayAdminister(standing, authority, office === null ? { company } : { company, office });
  return isOfPortal(authority) ? maySteer(standing, authority) : may(standing, authority, { case: subject });
}

/** The authorities that are asked about a task, and about which tasks. */
const taskScopes: Readonly<Partial<Record<Authority, (task: Task) => boolean>>> = {
  // The main inspection is not approved but decided on.
  'tasks.approve': ({ main }) => !main,
  'inspection.start': ({ kind }) => kind === 'inspection',
  'task.start': ({ kind }) => kind !== 'inspection',
  'task.confirm': () => true,
  'task.assignMembers': () => true,
  'task.schedule': () => true,
  'task.complete': () => true,
  'task.handBack': () => true,
  'task.inform': () => true,
  'budget.submit': () => true,
  'invoice.enter': () => true,
  'plan.edit': () => true,
  'plan.submit': () => true,
};

const ofPortal: ReadonlySet<Authority> = new Set<InsurerAuthority | OperatorAuthority>([
  'member.mark',
  'office.categorise',
  'case.import',
  'portal.changeCalendar',
  'portal.changeCompensation',
  'portal.changeAllocation',
  'portal.changeSettlementRules',
  'portal.changePriceLists',
  'portal.changeRights',
  'portal.changeWorkPlans',
  'portal.setUp',
]);

function isOfPortal(authority: Authority): authority is InsurerAuthority | OperatorAuthority {
  return ofPortal.has(authority);
}

function answer(verdict: Verdict, about: Partial<Omit<EffectiveAnswer, 'verdict'>> = {}): EffectiveAnswer {
  return { verdict, task: null, budget: null, headroom: null, ...about };
}

/** Where all say the same it is said once. */
function asOne(answers: readonly EffectiveAnswer[]): readonly EffectiveAnswer[] {
  const first = answers[0];
  const same = answers.every(
    ({ verdict, headroom }) => headroom === null && JSON.stringify(verdict) === JSON.stringify(first?.verdict),
  );
  return first && same ? [answer(first.verdict)] : answers;
}
