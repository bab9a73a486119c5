import { kilometresBetween } from '../../shared/domain/office/nearest-offices.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { Directory, OfficeEntry, Position } from '../../shared/domain/office/directory.ts';
import type { PortalSettings, TaskType } from '../../shared/domain/portal/portal-settings.ts';
import { taskMemberExclusion } from '../../shared/domain/task/assign-members.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';
import type { OwingSide } from '../../shared/domain/task/task.ts';
import { reachedAt } from './due-dates.ts';
import { draw, type Weights } from './plan-goals.ts';
import type { Chance } from './random.ts';

/** Where a task has come to, how, and when it came there. */
export interface TaskPlan {
  readonly type: TaskType;
  /** The recommended office; null where the task has none so far. */
  readonly office: OfficeEntry | null;
  /** The office that had it first, where it was moved. */
  readonly formerOffice: OfficeEntry | null;
  readonly origin: TaskOrigin;
  readonly goal: TaskStatus;
  readonly reachedAt: Moment;
  readonly budget: BudgetPlan;
  readonly turn: TaskTurn;
  /** By mail address, for what is completed when it comes with the claims. */
  readonly responsible: string;
  /** Who owes the information, where some is wanted. */
  readonly owedBy: OwingSide;
}

/** How a task came into the case and to its office: with the claims, by somebody's command, or beside one of its type. */
export type TaskOrigin = 'imported' | 'completed' | 'allocated' | 'added' | 'extra';

/** What is special about the budget that waits, or was sent back; the last four of work plans that are there to be shown. */
export type BudgetPlan = 'plain' | 'above' | 'forwarded' | 'rejected' | 'shown' | 'drafted' | 'partly' | 'just-above';

/** What did not go straight on. `ready`: it waited for the decision on compensation, and moved on with it. */
export type TaskTurn = 'none' | 'handed-back' | 'sent-back' | 'answered' | 'from-desk' | 'removed' | 'ready';

/** What a plan is made for. */
export interface PlanGround {
  readonly settings: PortalSettings;
  readonly directory: Directory;
  readonly site: Position | null;
  readonly now: Moment;
  readonly chance: Chance;
}

/** What of a task is settled before the rest is drawn. */
interface Settled {
  readonly goal: TaskStatus;
  readonly origin?: TaskOrigin;
  /** Left out: so that its target lies around today. */
  readonly reachedAt?: Moment;
  /** The case was rejected. */
  readonly rejected?: boolean;
}

const origins: Weights<TaskOrigin> = [
  ['imported', 68],
  ['allocated', 24],
  ['added', 8],
];
const owing: Weights<OwingSide> = [
  ['partner', 3],
  ['insurer', 4],
  ['customer', 3],
];

/** Plans a task up to its goal. */
export function planTask(ground: PlanGround, type: TaskType, settled: Settled): TaskPlan {
  const { goal, origin, rejected = false } = settled;
  const { chance, settings, now } = ground;
  const budgets: readonly BudgetPlan[] =
    goal === '2' ? ['plain', 'plain', 'rejected'] : ['plain', 'plain', 'above', 'above', 'forwarded'];
  const waits = goal === 'B' || goal === '2';
  const turn = drawTurn(chance, type, goal, rejected);
  const came = origin ?? (turn === 'ready' ? 'imported' : draw(chance, origins));
  const [nearest = null, second = null] = nearestOffices(ground, type.code);
  const moved = isByCommand(came) && goal !== 'C' && chance.percent(10);
  return {
    type,
    goal,
    origin: came,
    turn,
    office: goal === 'C' && turn !== 'handed-back' ? null : nearest,
    formerOffice: moved ? second : null,
    reachedAt: settled.reachedAt ?? reachedAt(settings, goal, now, chance),
    budget: waits ? chance.pick(budgets) : 'plain',
    responsible: came === 'completed' ? responsibleIn(ground, nearest, type) : '',
    owedBy: draw(chance, owing),
  };
}

/** True where the task has its office by a command, and not with the claims. */
export function isByCommand(origin: TaskOrigin): boolean {
  return origin !== 'imported' && origin !== 'completed';
}

function responsibleIn({ chance, directory }: PlanGround, office: OfficeEntry | null, { code }: TaskType): string {
  const task = { type: code, company: office?.company ?? null };
  const able = directory.members.filter(
    (member) => member.office === office?.id && member.level < 4 && taskMemberExclusion(member, task) === null,
  );
  return chance.pick(able).email;
}

function drawTurn(chance: Chance, { kind }: TaskType, goal: TaskStatus, rejected: boolean): TaskTurn {
  const drawn = chance.next();
  const turns: Readonly<Partial<Record<TaskStatus, TaskTurn>>> = {
    C: drawn < 0.3 && !rejected ? 'handed-back' : 'none',
    '3': drawn < 0.2 ? 'sent-back' : 'none',
    '4': drawn < 0.12 ? 'sent-back' : drawn < 0.3 ? 'answered' : 'none',
    A: drawn < 0.12 ? 'sent-back' : drawn < 0.3 ? 'answered' : 'none',
  };
  if (kind === 'repair' && rejected) return drawn < 0.6 ? 'removed' : 'none';
  if (kind === 'inspection' && goal === '3') return drawn < 0.5 ? 'from-desk' : 'none';
  if (kind === 'inspection' && turns[goal] === 'sent-back') return 'none';
  const begun = goal === '3' || goal === '4' || goal === 'A';
  if (kind === 'project-management' && begun && !rejected) return drawn < 0.7 ? 'ready' : 'none';
  return turns[goal] ?? 'none';
}

/** The offices of the network that offer a type and take new work, the nearest first. */
function nearestOffices({ directory, site }: PlanGround, type: string): readonly OfficeEntry[] {
  const offering = directory.offices.filter(
    (office) => office.inNetwork && office.available && office.services.includes(type),
  );
  const distances = new Map(offering.map((office) => [office, kilometresBetween(site, office.position) ?? Infinity]));
  return offering.sort((one, other) => (distances.get(one) ?? 0) - (distances.get(other) ?? 0));
}
