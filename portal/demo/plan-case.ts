import { officeCandidates } from '../../shared/domain/external-case-handler/candidates.ts';
import { kilometresBetween } from '../../shared/domain/office/nearest-offices.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { Directory, OfficeEntry, Position } from '../../shared/domain/office/directory.ts';
import type { PortalSettings, TaskType } from '../../shared/domain/portal/portal-settings.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';
import { reachedAt } from './due-dates.ts';
import { hoursBefore, type Chance } from './random.ts';

/** How far a case of the demo has come today; the story that leads there is told afterwards. */
export interface CasePlan {
  readonly reportedAt: Moment;
  /** Before any work: the role is settled by then. */
  readonly workFrom: Moment;
  readonly decision: 'approved' | 'rejected' | null;
  readonly inspection: TaskPlan;
  readonly tasks: readonly TaskPlan[];
  readonly role: RolePlan | null;
  /** How many messages, and whether the last of them are unread. */
  readonly chat: { readonly messages: number; readonly unread: boolean };
  readonly documents: number;
}

/** Where a task has come to, and when it came there. */
export interface TaskPlan {
  readonly type: TaskType;
  readonly office: OfficeEntry | null;
  readonly goal: TaskStatus;
  readonly reachedAt: Moment;
  readonly budget: BudgetPlan;
}

/** What is special about the budget that waits, or was sent back. */
export type BudgetPlan = 'plain' | 'above' | 'forwarded' | 'rejected';

/** What has become of the role. */
export interface RolePlan {
  readonly office: OfficeEntry;
  readonly kind: 'waiting' | 'active' | 'declined';
  /** Of the office's choice; for one that waits or was declined. */
  readonly at: Moment;
}

/** What a plan is made for. */
export interface PlanGround {
  readonly settings: PortalSettings;
  readonly directory: Directory;
  readonly site: Position | null;
  readonly now: Moment;
  readonly chance: Chance;
}

type Weights = readonly (readonly [status: TaskStatus, weight: number])[];

const approvedGoals: Weights = [
  ['C', 6],
  ['0', 10],
  ['0+', 9],
  ['1', 9],
  ['2', 9],
  ['B', 17],
  ['B++', 9],
  ['3', 10],
  ['3-', 7],
  ['4', 9],
  ['A', 12],
];
const undecidedGoals: Weights = [
  ['C', 25],
  ['0', 20],
  ['0+', 15],
  ['1', 15],
  ['2', 10],
  ['B', 15],
];
const inspectionGoals: Weights = [
  ['C', 15],
  ['0', 15],
  ['0+', 15],
  ['1', 15],
  ['B++', 15],
  ['3', 15],
  ['4', 20],
];
const plainGoals: Weights = [
  ['C', 8],
  ['0', 14],
  ['0+', 12],
  ['1', 14],
  ['B++', 14],
  ['3', 16],
  ['4', 12],
  ['A', 20],
];
const rejectedGoals: Weights = [
  ['C', 80],
  ['0', 20],
];

/** Plans a case: what is to be done there, by whom, and how far it is today. */
export function planCase(ground: PlanGround): CasePlan {
  const { chance, now, settings } = ground;
  const decision = chance.percent(88) ? (chance.percent(95) ? 'approved' : 'rejected') : null;
  const inspectionType = typeOf(settings, 'inspection');
  const inspection = planTask(ground, inspectionType, decision === null ? draw(chance, inspectionGoals) : 'A');
  const tasks = pickTypes(ground).map((type) => planTask(ground, type, goalOf(chance, type, decision)));
  const earliest = [inspection, ...tasks].map((task) => task.reachedAt).sort()[0] ?? now;
  const workFrom = hoursBefore(earliest, chance.whole(60, 240));
  return {
    reportedAt: hoursBefore(workFrom, 12),
    workFrom,
    decision,
    inspection,
    tasks,
    role: planRole(ground, workFrom),
    chat: { messages: chance.percent(45) ? chance.whole(1, 6) : 0, unread: chance.percent(35) },
    documents: chance.percent(40) ? chance.whole(1, 3) : 0,
  };
}

/** The nearest office of the network that offers a type and takes new work. */
function nearestOffice({ directory, site }: PlanGround, type: string): OfficeEntry | null {
  const offering = directory.offices.filter(
    (office) => office.inNetwork && office.available && office.services.includes(type),
  );
  const distance = (office: OfficeEntry): number => kilometresBetween(site, office.position) ?? Infinity;
  return offering.sort((one, other) => distance(one) - distance(other))[0] ?? null;
}

function planTask(ground: PlanGround, type: TaskType, goal: TaskStatus): TaskPlan {
  const { chance, settings, now } = ground;
  const budgets: readonly BudgetPlan[] =
    goal === '2' ? ['plain', 'plain', 'rejected'] : ['plain', 'plain', 'above', 'forwarded'];
  const waits = goal === 'B' || goal === '2';
  return {
    type,
    goal,
    office: goal === 'C' ? null : nearestOffice(ground, type.code),
    reachedAt: reachedAt(settings, goal, now, chance),
    budget: waits ? chance.pick(budgets) : 'plain',
  };
}

function goalOf(chance: Chance, type: TaskType, decision: CasePlan['decision']): TaskStatus {
  if (type.budget !== 'required') return draw(chance, plainGoals);
  if (decision === 'rejected') return draw(chance, rejectedGoals);
  return draw(chance, decision === null ? undecidedGoals : approvedGoals);
}

function pickTypes({ chance, settings }: PlanGround): readonly TaskType[] {
  const repairs = settings.taskTypes.filter((type) => type.kind === 'repair');
  const first = typeOf(settings, 'drying');
  const chosen = new Set<TaskType>(chance.percent(75) ? [first] : [chance.pick(repairs)]);
  if (chance.percent(55)) chosen.add(chance.pick(repairs));
  if (chance.percent(25)) chosen.add(chance.pick(repairs));
  if (chance.percent(20)) chosen.add(typeOf(settings, 'first-aid'));
  if (chance.percent(12)) chosen.add(typeOf(settings, 'management'));
  return [...chosen];
}

function planRole(ground: PlanGround, workFrom: Moment): RolePlan | null {
  const { chance, directory, site, settings, now } = ground;
  const kind = drawRole(chance);
  const offices = officeCandidates(directory, site).eligible.map((each) => each.office);
  const office = offices[chance.percent(85) ? 0 : 1];
  if (kind === null || !office) return null;
  const at = kind === 'waiting' ? reachedAt(settings, 'role', now, chance) : hoursBefore(workFrom, 10);
  return { office, kind, at };
}

function drawRole(chance: Chance): RolePlan['kind'] | null {
  const drawn = chance.next();
  if (drawn < 0.42) return null;
  if (drawn < 0.55) return 'waiting';
  return drawn < 0.95 ? 'active' : 'declined';
}

function draw(chance: Chance, weights: Weights): TaskStatus {
  let left = chance.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [status, weight] of weights) {
    left -= weight;
    if (left < 0) return status;
  }
  return 'C';
}

function typeOf(settings: PortalSettings, code: string): TaskType {
  const type = settings.taskTypes.find((each) => each.code === code);
  if (!type) throw new Error(`The demo's portals order no ${code}.`);
  return type;
}
