import type { Budget } from '../../shared/domain/budget/budget.ts';
import type { MemberId, TaskId } from '../../shared/domain/ids.ts';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { CaseCommand } from '../../shared/domain/command-book.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { TaskPlan } from './plan-task.ts';
import type { Chance } from './random.ts';
import type { Cast, Teller } from './teller.ts';

/** Something that happens in a case at a moment. */
export interface Step {
  readonly at: Moment;
  readonly run: () => void;
}

/** What is done at the moment that the story has for it. */
export type Deed = (at: Moment) => void;

/** What the steps of a case are told with. */
export interface Stage {
  readonly teller: Teller;
  readonly cast: Cast;
  readonly chance: Chance;
  /** The insurer's case handler. */
  readonly handler: MemberId;
  /** The story's today: nothing happens later. */
  readonly now: Moment;
}

/** What the steps of a task are told with. */
export interface TaskStage extends Stage {
  readonly task: TaskId;
  readonly plan: TaskPlan;
  /** When the case was reported, and from when there is work on the task. */
  readonly reportedAt: Moment;
  readonly workFrom: Moment;
}

/** The deeds evenly over a time; the last of them at its end. */
export function evenly(deeds: readonly Deed[], from: Moment, to: Moment): readonly Step[] {
  const [start, end] = [toMilliseconds(from), toMilliseconds(to)];
  return deeds.map((deed, index) => {
    const at = fromMilliseconds(Math.round(start + ((end - start) * (index + 1)) / deeds.length));
    return { at, run: () => deed(at) };
  });
}

/** The task as it stands. */
export function standing({ teller, task: id }: Pick<TaskStage, 'teller' | 'task'>): Task {
  const task = teller.content().case.tasks.find((each) => each.id === id);
  if (!task) throw new Error(`The demo's task ${id} is not in its case.`);
  return task;
}

/** Who has the role just now. */
export function roleUser(teller: Teller): MemberId | null {
  return teller.content().case.role?.user?.member ?? null;
}

/** The External Case Handler does it where that is allowed, and else the insurer. */
export function byHandler({ teller, handler }: Stage, at: Moment, command: CaseCommand): void {
  const own = roleUser(teller);
  if (own === null || teller.tries({ by: own, at }, command)) teller.act({ by: handler, at }, command);
}

/** The manager of a task's office: level 3, with the permission for budgets. */
export function managerOf(cast: Cast, { office }: Pick<Task, 'office'>): MemberId {
  const manager = cast.network.members.values().find((each) => each.office === office && each.level === 3);
  if (!manager) throw new Error(`The demo's office ${office} has no manager.`);
  return manager.id;
}

/** The same where it has to be there. */
export function waitingBudget(stage: TaskStage): Budget {
  const budget = budgetOf(stage);
  if (!budget) throw new Error('There is no budget to decide on.');
  return budget;
}

/** The task's budget that was sent last. */
export function budgetOf({ teller, task }: TaskStage): Budget | undefined {
  return teller.content().case.budgets.findLast((budget) => budget.tasks.includes(task));
}
