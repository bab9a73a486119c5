import type { Budget } from '../../shared/domain/budget/budget.ts';
import type { CommandId, MemberId, TaskId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';
import { taskMemberExclusion } from '../../shared/domain/task/assign-members.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import { calculationFile } from './calculation-file.ts';
import { demoPeople } from './demo-accounts.ts';
import type { TaskPlan } from './plan-case.ts';
import { hoursBefore, type Chance } from './random.ts';
import type { Cast, Teller } from './teller.ts';

/** Something that happens in a case at a moment. */
export interface Step {
  readonly at: Moment;
  readonly run: () => void;
}

/** What the steps of a task are told with. */
export interface TaskStage {
  readonly teller: Teller;
  readonly cast: Cast;
  readonly chance: Chance;
  readonly task: Task;
  readonly plan: TaskPlan;
  readonly workFrom: Moment;
  /** The insurer's case handler. */
  readonly handler: MemberId;
  /** The story's today: nothing happens later. */
  readonly now: Moment;
}

const withBudget: readonly TaskStatus[] = ['0+', '1', '2', 'B', 'B++', '3', '4', 'A'];
const without: readonly TaskStatus[] = ['0+', '1', 'B++', '3', '4', 'A'];

/** The way of a task to where it is today, evenly over its time; the last step is taken when the plan says. */
export function taskSteps(stage: TaskStage): readonly Step[] {
  const { plan, task, workFrom } = stage;
  if (task.status !== '0' || task.office === null) return [];
  const deeds = deedsOf(stage);
  const [start, end] = [toMilliseconds(workFrom), toMilliseconds(plan.reachedAt)];
  return deeds.map((deed, index) => {
    const at = fromMilliseconds(Math.round(start + ((end - start) * (index + 1)) / deeds.length));
    return { at, run: () => deed(at) };
  });
}

type Deed = (at: Moment) => void;

function deedsOf(stage: TaskStage): readonly Deed[] {
  const { plan, task } = stage;
  const way = task.budget === 'required' ? withBudget : without;
  const goal: TaskStatus = plan.goal === '3-' ? '3' : plan.goal;
  const until = way.slice(0, way.indexOf(goal) + 1);
  const deeds = until.map((status) => deedTo(stage, status));
  if (plan.goal === '3-') deeds.push((at) => submit(stage, at));
  if (plan.goal === '2' && plan.budget === 'rejected') deeds.push(deedTo(stage, 'B'), (at) => reject(stage, at));
  return deeds;
}

function deedTo(stage: TaskStage, status: TaskStatus): Deed {
  const { teller, cast, task, plan, handler } = stage;
  const manager = managerOf(cast, task);
  const work = { task: task.id };
  const input = { input: work };
  switch (status) {
    case '0+':
      return (at) => teller.act({ by: manager, at }, { name: 'confirm-received', ...input });
    case '1':
      return (at) => {
        const members = responsiblesFor(stage);
        teller.act({ by: manager, at }, { name: 'assign-members', input: { ...work, members } });
      };
    case 'B':
      return (at) => {
        submit(stage, at);
        if (plan.budget === 'forwarded' && plan.goal === 'B') forward(stage, at);
      };
    case 'B++':
      return task.budget === 'required' ? (at) => approve(stage, at) : (at) => schedule(stage, at);
    case '2':
      return (at) => schedule(stage, at);
    case '3':
      return (at) => teller.act({ by: manager, at }, { name: 'start-task', ...input });
    case '4':
      return (at) => teller.act({ by: manager, at }, { name: 'complete-task', ...input });
    default:
      return (at) => {
        const command = { name: 'approve-task', ...input } as const;
        const own = roleUser(teller);
        const seen = { at, basedOn: revisionOf(teller, task.id) };
        if (own === null || teller.tries({ by: own, ...seen }, command)) teller.act({ by: handler, ...seen }, command);
      };
  }
}

function schedule({ teller, cast, chance, task }: TaskStage, at: Moment): void {
  const start = hoursBefore(at, -24 * chance.whole(1, 6));
  const input = { task: task.id, start, end: hoursBefore(start, -8 * chance.whole(1, 5)) };
  teller.act({ by: managerOf(cast, task), at }, { name: 'set-time', input });
}

/** A budget within what a marked user may approve, unless the plan wants it above. */
function submit(stage: TaskStage, at: Moment): void {
  const { teller, cast, chance, task, plan } = stage;
  const earlier = budgetOf(stage);
  const { currency } = cast.network.settings;
  const above = plan.budget === 'above' || plan.budget === 'forwarded';
  const amount = above ? chance.whole(2_100, 4_800) * 1000 : chance.whole(60, 280) * 1000 + chance.whole(0, 99);
  const title = `${plan.type.name}${earlier ? ', changed' : ''}`;
  const calculation = { title, currency, amount, at, caseNumber: teller.content().case.number };
  const file = calculationFile(task.type, calculation, chance);
  const input = {
    tasks: [task.id],
    description: title,
    money: { amount, currency },
    file: file.ref,
    comment: earlier ? 'More was wet behind the wall than the first measurements showed.' : '',
    revises: earlier?.id ?? null,
  };
  const deed = { by: managerOf(cast, task), at, basedOn: earlier?.revision ?? null };
  teller.act(deed, { name: 'submit-budget', input }, file);
}

/** The External Case Handler approves where that is allowed, else forwards it or leaves it to the insurer. */
function approve(stage: TaskStage, at: Moment): void {
  const { teller, handler } = stage;
  const budget = budgetOf(stage);
  if (!budget) throw new Error('There is no budget to approve.');
  const input = { budget: budget.id, version: budget.version, money: budget.money };
  const command = { name: 'approve-budget', input } as const;
  const own = roleUser(teller);
  if (own !== null && !teller.tries({ by: own, at, basedOn: budget.revision }, command)) return;
  const forwarded = own === null ? budget : forward(stage, at);
  teller.act({ by: handler, at, basedOn: forwarded.revision }, command);
}

/** Where the limit stands in the way; anything else is left as it is. */
function forward(stage: TaskStage, at: Moment): Budget {
  const { teller } = stage;
  const own = roleUser(teller);
  const budget = budgetOf(stage);
  if (!budget) throw new Error('There is no budget to forward.');
  if (own === null) return budget;
  const input = { budget: budget.id, version: budget.version, note: 'Above my limit, but the calculation is sound.' };
  teller.tries({ by: own, at, basedOn: budget.revision }, { name: 'forward-budget', input });
  return budgetOf(stage) ?? budget;
}

function reject(stage: TaskStage, at: Moment): void {
  const budget = budgetOf(stage);
  if (!budget) throw new Error('There is no budget to reject.');
  const reason = 'Please leave out the rooms that were not wet, and send it again.';
  const input = { budget: budget.id, version: budget.version, reason };
  const deed = { by: stage.handler, at, basedOn: budget.revision };
  stage.teller.act(deed, { name: 'reject-budget', input });
}

function budgetOf({ teller, task }: TaskStage): Budget | undefined {
  return teller.content().case.budgets.find((budget) => budget.tasks.includes(task.id));
}

function revisionOf(teller: Teller, id: TaskId): CommandId | null {
  return teller.content().case.tasks.find((task) => task.id === id)?.revision ?? null;
}

/** Who has the role just now. */
export function roleUser(teller: Teller): MemberId | null {
  return teller.content().case.role?.user?.member ?? null;
}

/** The manager of a task's office: level 3, with the permission for budgets. */
export function managerOf(cast: Cast, task: Pick<Task, 'office'>): MemberId {
  const manager = cast.network.members.values().find((each) => each.office === task.office && each.level === 3);
  if (!manager) throw new Error(`The demo's office ${task.office} has no manager.`);
  return manager.id;
}

function responsiblesFor({ cast, chance, task }: TaskStage): readonly MemberId[] {
  const here = cast.network.members
    .values()
    .filter((member) => member.office === task.office && taskMemberExclusion(member, task) === null);
  const workers = here.filter((member) => member.level < 3);
  const known = workers.find((member) => member.id === demoPeople.craftsman.id);
  const first = known && chance.percent(70) ? known : chance.pick(workers.length > 0 ? workers : here);
  const second = task.several && chance.percent(25) ? here.find((member) => member.id !== first.id) : undefined;
  return second ? [first.id, second.id] : [first.id];
}
