import { officeCandidates } from '../../shared/domain/external-case-handler/candidates.ts';
import type { CompensationResult } from '../../shared/domain/compensation/compensation.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { OfficeEntry } from '../../shared/domain/office/directory.ts';
import type { PortalSettings, TaskType } from '../../shared/domain/portal/portal-settings.ts';
import { reachedAt } from './due-dates.ts';
import { draw, drawGoal, drawInspectionGoal, type Gate, type Weights } from './plan-goals.ts';
import { planTask, type PlanGround, type TaskPlan } from './plan-task.ts';
import { hoursBefore, type Chance } from './random.ts';

/** How far a case of the demo has come today; the story that leads there is told afterwards. */
export interface CasePlan {
  readonly reportedAt: Moment;
  /** Before any work: the role is settled by then, and the compensation decided where it is. */
  readonly workFrom: Moment;
  readonly decision: DecisionPlan | null;
  readonly inspection: TaskPlan;
  readonly tasks: readonly TaskPlan[];
  readonly role: RolePlan | null;
  /** When it was closed, and opened again; null where it was not. */
  readonly closing: { readonly at: Moment; readonly reopenedAt: Moment | null } | null;
  /** What the insurer put right in between. */
  readonly correction: 'handler' | 'customer' | null;
  /** How many messages, and whether the last of them are unread. */
  readonly chat: { readonly messages: number; readonly unread: boolean };
  readonly documents: number;
}

/** What is decided on the compensation, and whether that was before the inspection was done. */
export interface DecisionPlan {
  readonly result: CompensationResult;
  readonly early: boolean;
}

/** What has become of the role. */
export interface RolePlan {
  readonly office: OfficeEntry;
  readonly kind: 'waiting' | 'active' | 'declined';
  /** Of the office's choice; for one that waits or was declined. */
  readonly at: Moment;
  /** Who of the office has it, where that is settled. */
  readonly user?: MemberId;
}

/** Where the External case handler to try out works: there is more to decide. */
const triedOutAt = 'gulf-pensacola';

const results: Weights<CompensationResult> = [
  ['approved', 66],
  ['partly', 27],
  ['rejected', 7],
];

/** Plans a case: what is to be done there, by whom, and how far it is today. */
export function planCase(ground: PlanGround): CasePlan {
  const { chance, now } = ground;
  const offices = officeCandidates(ground.directory, ground.site).eligible.map((each) => each.office);
  const often = offices[0]?.id === triedOutAt ? 60 : 88;
  const decision = chance.percent(often) ? { result: draw(chance, results), early: chance.percent(7) } : null;
  const tasks = planTasks(ground, decision);
  const undecided = decision ? [] : [planUndecided(ground)];
  const earliest = [...undecided, ...tasks].map((task) => task.reachedAt).sort()[0] ?? now;
  const workFrom = hoursBefore(earliest, chance.whole(60, 240));
  // It is decided on an hour later.
  const inspection = undecided[0] ?? planDecided(ground, decision?.early ?? false, hoursBefore(workFrom, 2));
  const closing = planClosing(ground, tasks);
  const role = planRole(ground, offices, workFrom);
  return {
    reportedAt: hoursBefore(workFrom, 12 + (decision ? chance.whole(40, 160) : 0)),
    workFrom,
    decision,
    inspection,
    tasks,
    // No office is still asked to handle a case that is done.
    role: closing && role?.kind !== 'active' ? null : role,
    closing,
    correction: chance.percent(4) ? 'handler' : chance.percent(4) ? 'customer' : null,
    chat: { messages: chance.percent(45) ? chance.whole(1, 6) : 0, unread: chance.percent(35) },
    documents: chance.percent(40) ? chance.whole(1, 3) : 0,
  };
}

/** The tasks that come with the claims: the others are added in the case. */
export function tasksInFile({ tasks }: Pick<CasePlan, 'tasks'>): readonly TaskPlan[] {
  return tasks.filter(({ origin }) => origin !== 'added' && origin !== 'extra');
}

function planUndecided(ground: PlanGround): TaskPlan {
  const { chance, settings } = ground;
  const goal = drawInspectionGoal(chance, 'not-yet');
  return planTask(ground, typeOf(settings, 'inspection'), {
    goal,
    origin: chance.percent(40) ? 'allocated' : 'imported',
  });
}

/** Most claims come with their inspection completed; of the others its whole way is told. */
export function planDecided(ground: PlanGround, early: boolean, reached: Moment): TaskPlan {
  const { chance, settings } = ground;
  const goal = early ? drawInspectionGoal(chance, 'early') : '4';
  const origin = early || chance.percent(15) ? 'imported' : 'completed';
  return { ...planTask(ground, typeOf(settings, 'inspection'), { goal, origin, reachedAt: reached }), turn: 'none' };
}

function planTasks(ground: PlanGround, decision: DecisionPlan | null): readonly TaskPlan[] {
  const { chance } = ground;
  const rejected = decision?.result === 'rejected';
  const gate: Gate = decision === null ? 'undecided' : rejected ? 'shut' : 'opened';
  const finished = gate === 'opened' && chance.percent(6);
  const goal = (type: TaskType) => (finished ? 'A' : drawGoal(chance, type, gate));
  const planned = pickTypes(ground).map((type) => planTask(ground, type, { goal: goal(type), rejected }));
  const first = planned.find(({ origin }) => origin !== 'added');
  if (!first || rejected || !chance.percent(5)) return planned;
  return [...planned, planTask(ground, first.type, { goal: goal(first.type), origin: 'extra' })];
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

function planRole(ground: PlanGround, offices: readonly OfficeEntry[], workFrom: Moment): RolePlan | null {
  const { chance, settings, now } = ground;
  const kind = drawRole(chance);
  const office = offices[chance.percent(85) ? 0 : 1];
  if (kind === null || !office) return null;
  const at = kind === 'waiting' ? reachedAt(settings, 'role', now, chance) : hoursBefore(workFrom, 10);
  return { office, kind, at };
}

function drawRole(chance: Chance): RolePlan['kind'] | null {
  const drawn = chance.next();
  if (drawn < 0.42) return null;
  if (drawn < 0.55) return 'waiting';
  return drawn < 0.97 ? 'active' : 'declined';
}

/** Where all is done, or nothing is left to do after a rejection, most cases are closed; few are opened again. */
function planClosing({ chance, now }: PlanGround, tasks: readonly TaskPlan[]): CasePlan['closing'] {
  const done = tasks.every(({ goal, turn }) => goal === 'A' || turn === 'removed');
  if (!done || !chance.percent(80)) return null;
  const last =
    tasks
      .map((task) => task.reachedAt)
      .sort()
      .at(-1) ?? now;
  const reopened = tasks.every(({ goal }) => goal === 'A') && chance.percent(12);
  return { at: between(last, now, 0.4), reopenedAt: reopened ? between(last, now, 0.7) : null };
}

/** The moment that lies so far on the way from one to another: 0 is the first, 1 the second. */
export function between(from: Moment, to: Moment, share: number): Moment {
  const start = toMilliseconds(from);
  return fromMilliseconds(Math.round(start + (toMilliseconds(to) - start) * share));
}

/** A type of task by its code; the demo's portals have it. */
export function typeOf(settings: PortalSettings, code: string): TaskType {
  const type = settings.taskTypes.find((each) => each.code === code);
  if (!type) throw new Error(`The demo's portals order no ${code}.`);
  return type;
}
