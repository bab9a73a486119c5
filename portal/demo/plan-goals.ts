import type { TaskType } from '../../shared/domain/portal/portal-settings.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';
import type { Chance } from './random.ts';

/** What is drawn from, each with how often it comes up against the others. */
export type Weights<Value> = readonly (readonly [value: Value, weight: number])[];

type Goals = Weights<TaskStatus>;

const openedGoals: Goals = [
  ['C', 6],
  ['0', 10],
  ['0+', 9],
  ['1', 9],
  ['2', 9],
  ['B', 11],
  ['B++', 9],
  ['3', 11],
  ['3-', 6],
  ['I', 5],
  ['4', 11],
  ['A', 16],
];
const undecidedGoals: Goals = [
  ['C', 18],
  ['0', 27],
  ['0+', 15],
  ['1', 15],
  ['2', 10],
  ['B', 15],
];
const inspectionGoals: Goals = [
  ['C', 12],
  ['0', 13],
  ['0+', 13],
  ['1', 12],
  ['B++', 12],
  ['3', 14],
  ['I', 8],
  ['4', 26],
];
const earlyGoals: Goals = [
  ['0+', 1],
  ['1', 2],
  ['B++', 3],
  ['3', 3],
];
const plainGoals: Goals = [
  ['C', 8],
  ['0', 13],
  ['0+', 11],
  ['1', 13],
  ['B++', 14],
  ['3', 16],
  ['I', 5],
  ['4', 12],
  ['A', 20],
];
const rejectedGoals: Goals = [
  ['C', 70],
  ['0', 20],
  ['0+', 10],
];

/** What became of a case's compensation: the gate that its repairs wait at. */
export type Gate = 'opened' | 'shut' | 'undecided';

/** How far a task of this type has come where the gate is so. */
export function drawGoal(chance: Chance, { budget }: Pick<TaskType, 'budget'>, gate: Gate): TaskStatus {
  if (budget !== 'required') return draw(chance, plainGoals);
  if (gate === 'shut') return draw(chance, rejectedGoals);
  return draw(chance, gate === 'undecided' ? undecidedGoals : openedGoals);
}

/** How far the main inspection has come that nobody has decided on yet, or that somebody decides on early. */
export function drawInspectionGoal(chance: Chance, decided: 'early' | 'not-yet'): TaskStatus {
  return draw(chance, decided === 'early' ? earlyGoals : inspectionGoals);
}

/** One of the values. */
export function draw<Value>(chance: Chance, weights: Weights<Value>): Value {
  let left = chance.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weights) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new Error('There is nothing to draw from.');
}
