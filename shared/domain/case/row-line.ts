import type { CompensationResult } from '../compensation/compensation.ts';
import type { BudgetId, CompanyId, InvoiceId, MemberId, PortalId } from '../ids.ts';
import { fromMilliseconds, toMilliseconds } from '../moment.ts';
import type { OwingSide, Target } from '../task/task.ts';
import type { CaseRow, RowBudget, RowInvoice, RowRole, RowSettlement, RowTask } from './list-row.ts';

/**
 * A list row as it travels and lies: less than half of its text. What is null, none or the usual is left out, a task is a
 * list, and what its tasks repeat (kinds, offices, people) stands once in the row and is named by its place there. Moments
 * that are only compared are milliseconds since 1970 (UTC).
 */
export interface RowLine extends Pick<
  CaseRow,
  'id' | 'number' | 'claimNumber' | 'street' | 'postalCode' | 'city' | 'region' | 'cause' | 'lossDate'
> {
  readonly changed: number;
  /** Left out while the case is open. */
  readonly state?: 'closed' | 'deleted';
  readonly handler?: MemberId;
  readonly decision?: CompensationResult;
  readonly role?: RoleLine;
  readonly roleDeclined?: true;
  /** Kinds of its tasks. */
  readonly kinds?: readonly KindLine[];
  /** Offices of its tasks with their companies; null where a task has none. */
  readonly offices?: readonly (readonly [office: string | null, company: string | null])[];
  /** Members that its tasks name. */
  readonly people?: readonly MemberId[];
  readonly tasks?: readonly TaskLine[];
  /** Places of the tasks that were settled with the customer; left out where none was. */
  readonly settled?: readonly number[];
  readonly budgets?: readonly BudgetLine[];
  readonly invoices?: readonly InvoiceLine[];
  readonly toCheck?: readonly BudgetId[];
  readonly settlements?: readonly RowSettlement[];
  /** Left out where nothing is written. */
  readonly messages?: number;
  /** Only the header is seen: the role waits for a user. */
  readonly headerOnly?: true;
}

/** The External Case Handler role; no user while it waits for one. */
export interface RoleLine extends Omit<RowRole, 'target' | 'user' | 'since'> {
  readonly since: number;
  readonly user?: NonNullable<RowRole['user']>;
  readonly target?: TargetLine;
}

/** A type's code, its kind, and 1 for the main inspection. */
export type KindLine = readonly [type: string, kind: RowTask['kind'], main?: 1];

/** When it is near, in milliseconds since 1970 (UTC), and after how many more it is due. */
export type TargetLine = readonly [near: number, untilDue: number];

/**
 * A task: id, place in `kinds`, status, place in `offices`, places of its responsibles in `people`, target or 0, where
 * somebody completed it the place in `people`, and where information is wanted who owes it; -1 before that where nobody
 * completed it.
 */
export type TaskLine = readonly [
  id: string,
  kind: number,
  status: RowTask['status'],
  office: number,
  responsibles: readonly number[],
  target: TargetLine | 0,
  completedBy?: number,
  owedBy?: OwingSide,
];

/** A waiting budget: its tasks are places in the row's `tasks`; `forwarded` and `target` are left out where there is none. */
export interface BudgetLine extends Omit<RowBudget, 'forwarded' | 'target' | 'tasks'> {
  readonly tasks: readonly number[];
  readonly forwarded?: true;
  readonly target?: TargetLine;
}

/** An invoice: 1 where it waits for a decision. */
export type InvoiceLine = readonly [id: InvoiceId, company: CompanyId, number: string, waits: 0 | 1];

/** A row as it travels. */
export function packRow(row: CaseRow): RowLine {
  const { id, number, claimNumber, street, postalCode, city, region, cause, lossDate, changedAt } = row;
  return {
    id,
    number,
    claimNumber,
    street,
    postalCode,
    city,
    region,
    cause,
    lossDate,
    ...(row.state === 'open' ? {} : { state: row.state }),
    ...(row.handler === null ? {} : { handler: row.handler }),
    ...(row.decision === null ? {} : { decision: row.decision }),
    ...(row.role ? { role: packRole(row.role) } : {}),
    ...packTasks(row.tasks),
    ...(row.roleDeclined ? { roleDeclined: true } : {}),
    ...(row.budgets.length > 0 ? { budgets: row.budgets.map((budget) => packBudget(budget, row.tasks)) } : {}),
    ...(row.invoices ? { invoices: row.invoices.map(packInvoice) } : {}),
    ...(row.toCheck ? { toCheck: row.toCheck } : {}),
    ...(row.settlements ? { settlements: row.settlements } : {}),
    ...(row.messages > 0 ? { messages: row.messages } : {}),
    ...(row.content ? {} : { headerOnly: true }),
    changed: toMilliseconds(changedAt),
  };
}

/** The row that was packed. */
export function unpackRow(line: RowLine, portal: PortalId): CaseRow {
  const { kinds = [], offices = [], people = [], tasks = [] } = line;
  const personAt = (at: number): MemberId => people[at] ?? '';
  return {
    id: line.id,
    portal,
    number: line.number,
    claimNumber: line.claimNumber,
    state: line.state ?? 'open',
    street: line.street,
    postalCode: line.postalCode,
    city: line.city,
    region: line.region,
    cause: line.cause,
    lossDate: line.lossDate,
    handler: line.handler ?? null,
    role: line.role ? unpackRole(line.role) : null,
    roleDeclined: line.roleDeclined ?? false,
    tasks: tasks.map(
      ([id, kindAt, status, officeAt, responsibles, target, completedBy = -1, owedBy], place): RowTask => {
        const [type, kind, main] = kinds[kindAt] ?? ['', 'repair'];
        const [office, company] = offices[officeAt] ?? [null, null];
        return {
          id,
          type,
          kind,
          main: main === 1,
          status,
          office,
          company,
          target: target === 0 ? null : unpackTarget(target),
          responsibles: responsibles.map(personAt),
          completedBy: completedBy < 0 ? null : personAt(completedBy),
          ...(owedBy ? { owedBy } : {}),
          ...(line.settled?.includes(place) ? { settled: true } : {}),
        };
      },
    ),
    budgets: (line.budgets ?? []).map(({ forwarded, target, tasks: places, ...rest }) => ({
      ...rest,
      tasks: places.flatMap((at) => tasks[at]?.[0] ?? []),
      forwarded: forwarded ?? false,
      target: target ? unpackTarget(target) : null,
    })),
    ...(line.invoices ? { invoices: line.invoices.map(unpackInvoice) } : {}),
    ...(line.toCheck ? { toCheck: line.toCheck } : {}),
    ...(line.settlements ? { settlements: line.settlements } : {}),
    decision: line.decision ?? null,
    messages: line.messages ?? 0,
    changedAt: fromMilliseconds(line.changed),
    content: !line.headerOnly,
  };
}

/** A budget of a row with these tasks, as it travels. */
export function packBudget({ forwarded, target, tasks, ...rest }: RowBudget, all: readonly RowTask[]): BudgetLine {
  return {
    ...rest,
    tasks: (tasks ?? []).map((id) => all.findIndex((task) => task.id === id)),
    ...(forwarded ? { forwarded: true } : {}),
    ...(target ? { target: packTarget(target) } : {}),
  };
}

/** An invoice of a row, as it travels. */
export function packInvoice({ id, company, number, waits }: RowInvoice): InvoiceLine {
  return [id, company, number, waits ? 1 : 0];
}

function unpackInvoice([id, company, number, waits]: InvoiceLine): RowInvoice {
  return { id, company, number, waits: waits === 1 };
}

function packRole({ user, target, since, ...rest }: RowRole): RoleLine {
  return {
    ...rest,
    since: toMilliseconds(since),
    ...(user ? { user } : {}),
    ...(target ? { target: packTarget(target) } : {}),
  };
}

function unpackRole({ user, target, since, ...rest }: RoleLine): RowRole {
  return {
    ...rest,
    since: fromMilliseconds(since),
    user: user ?? null,
    target: target ? unpackTarget(target) : null,
  };
}

/** Each value once, and where it stands. */
function table<Value>() {
  const places = new Map<string, number>();
  const values: Value[] = [];
  const placeOf = (value: Value): number => {
    const key = JSON.stringify(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, values.length);
    return values.push(value) - 1;
  };
  return { values, placeOf };
}

function packTasks(tasks: readonly RowTask[]): Pick<RowLine, 'kinds' | 'offices' | 'people' | 'tasks' | 'settled'> {
  if (tasks.length === 0) return {};
  const kinds = table<KindLine>();
  const offices = table<readonly [string | null, string | null]>();
  const people = table<MemberId>();
  const lines = tasks.map((task): TaskLine => {
    const { id, status, responsibles, target, completedBy, owedBy } = task;
    const start = [
      id,
      kinds.placeOf(task.main ? [task.type, task.kind, 1] : [task.type, task.kind]),
      status,
      offices.placeOf([task.office, task.company]),
      responsibles.map(people.placeOf),
      target ? packTarget(target) : 0,
    ] as const;
    const completed = completedBy ? people.placeOf(completedBy) : -1;
    if (owedBy) return [...start, completed, owedBy];
    return completedBy ? [...start, completed] : start;
  });
  const settled = tasks.flatMap((task, place) => (task.settled ? [place] : []));
  return {
    kinds: kinds.values,
    offices: offices.values,
    ...(people.values.length > 0 ? { people: people.values } : {}),
    tasks: lines,
    ...(settled.length > 0 ? { settled } : {}),
  };
}

function packTarget({ near, due }: Target): TargetLine {
  return [toMilliseconds(near), toMilliseconds(due) - toMilliseconds(near)];
}

function unpackTarget([near, untilDue]: TargetLine): Target {
  return { near: fromMilliseconds(near), due: fromMilliseconds(near + untilDue) };
}
