import { officeCandidates } from '../../shared/domain/external-case-handler/candidates.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';
import { demoPeople } from './demo-accounts.ts';
import { planDecided, typeOf, type CasePlan } from './plan-case.ts';
import { planTask, type BudgetPlan, type PlanGround, type TaskPlan } from './plan-task.ts';
import { hoursBefore } from './random.ts';

/** A task that is there to be shown: of which type, how far, and what of its plan. */
type Shown = readonly [type: string, goal: TaskStatus, budget: BudgetPlan];

/** One case with a plan in every state, one with a plan that is a little too much for who approves it. */
const shownCases: readonly (readonly Shown[])[] = [
  [
    ['drying', '3', 'shown'],
    ['demolition', 'B++', 'shown'],
    ['carpentry', 'B+', 'partly'],
    ['painting', 'B', 'shown'],
    ['flooring', '2', 'drafted'],
  ],
  [['flooring', 'B', 'just-above']],
];

/** Where the External case handler works who can be tried out; the partners are the nearest there. */
const shownAt = 'gulf-pensacola';

/** The cases that show work plans, by the place of their claim: the first ones near the office of who is tried out. */
export function planShown(grounds: readonly PlanGround[]): ReadonlyMap<number, CasePlan> {
  if (!grounds[0]?.settings.workPlans) return new Map();
  const near = grounds.flatMap((ground, index) => (officeOf(ground)?.id === shownAt ? [{ ground, index }] : []));
  return new Map(
    shownCases.flatMap((tasks, place) => {
      const here = near[place];
      return here ? [[here.index, planOne(here.ground, tasks)]] : [];
    }),
  );
}

function officeOf({ directory, site }: PlanGround) {
  return officeCandidates(directory, site).eligible[0]?.office;
}

function planOne(ground: PlanGround, shown: readonly Shown[]): CasePlan {
  const tasks = shown.map(([code, goal, budget]): TaskPlan => {
    const planned = planTask(ground, typeOf(ground.settings, code), { goal, origin: 'imported' });
    return { ...planned, turn: 'none', budget };
  });
  const earliest = tasks.map(({ reachedAt }) => reachedAt).sort()[0] ?? ground.now;
  const workFrom = hoursBefore(earliest, 120);
  const office = officeOf(ground);
  const at = hoursBefore(workFrom, 10);
  return {
    reportedAt: hoursBefore(workFrom, 60),
    workFrom,
    decision: { result: 'approved', early: false },
    inspection: planDecided(ground, false, hoursBefore(workFrom, 2)),
    tasks,
    role: office ? { office, kind: 'active', at, user: demoPeople.marked.id } : null,
    closing: null,
    correction: null,
    chat: { messages: 3, unread: true },
    documents: 2,
  };
}
