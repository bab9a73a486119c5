import type { RowFacts } from '../../shared/domain/case/list-filter.ts';
import type { CaseRow, RowBudget, RowRole, RowTask } from '../../shared/domain/case/list-row.ts';
import { actionsFor } from '../../shared/domain/dashboard/actions.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { TaskKind } from '../../shared/domain/portal/portal-settings.ts';
import type { Target } from '../../shared/domain/task/task.ts';
import { taskStatuses } from '../../shared/domain/task/task-status.ts';
import { anna, aStanding, bertil, carla, monday } from './builders.ts';

export function aRow(change: Partial<CaseRow> = {}): CaseRow {
  return {
    id: 'case-1',
    portal: 'nordic-portal',
    number: 'NM-2026-00001',
    claimNumber: 'CL-1',
    state: 'open',
    street: 'Harbour Street 9',
    postalCode: '70100',
    city: 'Kuopio',
    region: 'FI',
    cause: 'Stream or river overflow',
    lossDate: '2026-11-03',
    handler: bertil.member,
    role: null,
    roleDeclined: false,
    tasks: [aRowTask()],
    budgets: [],
    decision: 'approved',
    messages: 0,
    changedAt: monday,
    content: true,
    ...change,
  };
}

export function aRowTask(change: Partial<RowTask> = {}): RowTask {
  return {
    id: 'drying-1',
    type: 'drying',
    kind: 'repair',
    main: false,
    status: '0',
    office: 'kuopio',
    company: anna.company,
    responsibles: [],
    target: null,
    ...change,
  };
}

export function aRowRole(change: Partial<RowRole> = {}): RowRole {
  return {
    office: 'arvio-kuopio',
    officeName: 'Arvio Kuopio',
    company: carla.company,
    user: null,
    since: monday,
    target: null,
    ...change,
  };
}

export function aRowBudget(change: Partial<RowBudget> = {}): RowBudget {
  return { id: 'budget-1', company: anna.company, amount: 420_000, forwarded: false, target: null, ...change };
}

/** A target that is due so many hours after `monday` and near two hours before that. */
export function dueIn(hours: number): Target {
  return { near: hoursAfterMonday(hours - 2), due: hoursAfterMonday(hours) };
}

export function hoursAfterMonday(hours: number): Moment {
  return fromMilliseconds(toMilliseconds(monday) + Math.round(hours * 3_600_000));
}

/** What the offline desk knows of a row: its actions follow from the row, the standing and the clock. */
export function factsOf(
  row: CaseRow,
  { standing = aStanding(), now = monday, unread = 0 }: Partial<Facts> = {},
): RowFacts {
  return { row, standing, actions: actionsFor(row, standing, now), unread };
}

interface Facts {
  readonly standing: Standing;
  readonly now: Moment;
  readonly unread: number;
}

/** Many different cases of the given portals, always the same ones for a seed. */
export function manyFacts(count: number, standings: readonly Standing[], now: Moment = monday): readonly RowFacts[] {
  const next = numbers(42);
  return Array.from({ length: count }, (_, index) => {
    const standing = standings[index % standings.length] ?? aStanding();
    const unread = next() < 0.2 ? Math.ceil(next() * 9) : 0;
    return factsOf(someRow(index, standing, next), { standing, now, unread });
  });
}

const places = [
  ['Kuopio', '70100', 'Harbour Street'],
  ['Helsinki', '00530', 'Vuorikatu'],
  ['Åbo', '20100', 'Slottsgatan'],
  ['Örnsköldsvik', '89133', 'Storgatan'],
  ['Jyväskylä', '40100', 'Kauppakatu'],
  ['Malmö', '21145', 'Föreningsgatan'],
] as const;
const causes = ['Stream or river overflow', 'Storm', 'Burst pipe', 'Fire', 'Accumulation of rainfall', ''];
const types: readonly (readonly [string, TaskKind])[] = [
  ['inspection', 'inspection'],
  ['drying', 'repair'],
  ['first-aid', 'first-aid'],
  ['painting', 'repair'],
];

function someRow(index: number, standing: Standing, next: () => number): CaseRow {
  const place = pick(places, next);
  const tasks = Array.from({ length: 1 + Math.floor(next() * 4) }, (_, place) =>
    someTask(index, place, standing, next),
  );
  const office = next() < 0.5 ? (standing.office ?? 'kuopio') : 'other-office';
  const company = next() < 0.6 ? standing.company : 'other-company';
  const user = next() < 0.5 ? { member: standing.member, name: standing.name, company: standing.company } : null;
  return aRow({
    id: `case-${index}`,
    portal: standing.portal,
    number: `${standing.portalName.slice(0, 2).toUpperCase()}-2026-${String((index * 7919) % 100_000).padStart(5, '0')}`,
    claimNumber: `CL-${900_000 - index}`,
    city: place[0],
    postalCode: place[1],
    street: `${place[2]} ${1 + (index % 80)}`,
    cause: pick(causes, next),
    state: next() < 0.08 ? 'closed' : 'open',
    role:
      next() < 0.4 ? aRowRole({ office, officeName: 'Arvio Kuopio', company, user, target: someTarget(next) }) : null,
    roleDeclined: next() < 0.05,
    tasks,
    budgets: tasks
      .filter((task) => task.status === 'B' || task.status === '3-')
      .map((task) => aRowBudget({ id: `budget-${task.id}`, forwarded: next() < 0.3, target: task.target })),
    messages: Math.floor(next() * 20),
    changedAt: hoursAfterMonday(-next() * 400),
  });
}

function someTask(index: number, place: number, standing: Standing, next: () => number): RowTask {
  const [type, kind] = place === 0 ? (types[0] ?? ['inspection', 'inspection']) : pick(types.slice(1), next);
  const status = pick(taskStatuses, next);
  const given = status !== 'C';
  return aRowTask({
    id: `task-${index}-${place}`,
    type,
    kind,
    main: place === 0,
    status,
    office: given ? (next() < 0.6 ? (standing.office ?? 'kuopio') : 'other-office') : null,
    company: given ? (next() < 0.7 ? standing.company : 'other-company') : null,
    responsibles: next() < 0.4 ? [standing.member] : [],
    target: status === 'A' ? null : someTarget(next),
  });
}

function someTarget(next: () => number): Target | null {
  return next() < 0.15 ? null : dueIn(Math.round((next() - 0.25) * 1200) / 10);
}

function pick<Value>(values: readonly Value[], next: () => number): Value {
  const value = values[Math.floor(next() * values.length)] ?? values[0];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** Numbers from 0 to 1 that are the same at each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many cases, numbered from NM-000 on. */
export function numberedFacts(count: number): RowFacts[] {
  return Array.from({ length: count }, (_, index) =>
    factsOf(aRow({ id: `case-${index}`, number: `NM-${String(index).padStart(3, '0')}` })),
  );
}
