import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { needsAction, worstState } from '../../../shared/domain/dashboard/actions.ts';
import type { TargetState } from '../../../shared/domain/task/target.ts';
import { rankOf } from '../../../shared/domain/task/task-status.ts';
import type { Sort, SortColumn } from '../../bindings/case-search.ts';
import { nextTarget } from './next-target.ts';

/** Sorts the rows of the list. What has no value in the column stands last in both directions. */
export function sortRows(rows: readonly RowFacts[], { column, descending }: Sort, locale: string): readonly RowFacts[] {
  const keyOf = keys[column];
  const compare = inWords.has(column) ? collatorFor(locale).compare : asTheyAre;
  const direction = descending ? -1 : 1;
  return rows
    .map((facts): Keyed => ({ facts, key: keyOf(facts) }))
    .toSorted((one, other) => {
      if (one.key === null || other.key === null) return missingLast(one, other) || tie(one, other);
      return direction * compare(one.key, other.key) || tie(one, other);
    })
    .map(({ facts }) => facts);
}

/** The direction of a column's first click: most unread and last changed first, all else from the beginning. */
export function startsDescending(column: SortColumn): boolean {
  return column === 'unread' || column === 'changed';
}

type Key = string | number;

interface Keyed {
  readonly facts: RowFacts;
  readonly key: Key | null;
}

const keys: Readonly<Record<SortColumn, (facts: RowFacts) => Key | null>> = {
  action: urgency,
  number: ({ row }) => row.number,
  insurer: ({ standing }) => standing.portalName,
  site: ({ row }) => `${row.city} ${row.street}`,
  damage: ({ row }) => row.cause || null,
  role: ({ row }) => row.role && `${row.role.officeName} ${row.role.user?.name ?? ''}`,
  tasks: leastAdvanced,
  target: (facts) => nextTarget(facts)?.target.due ?? null,
  unread: ({ unread }) => (unread > 0 ? unread : null),
  changed: ({ row }) => row.changedAt,
};

/** The columns people read as text; moments are compared as they are, because their text order is their time order. */
const inWords: ReadonlySet<SortColumn> = new Set(['number', 'insurer', 'site', 'damage', 'role']);

const urgencies: Readonly<Record<TargetState, number>> = { overdue: 0, near: 1, 'on-time': 2 };

/** The viewer's company first, the most urgent on top; then what others have to do, by its target. */
function urgency(facts: RowFacts): string | null {
  const due = nextTarget(facts)?.target.due ?? 'without';
  const calls = facts.actions.filter(({ kind }) => kind !== 'ongoing');
  if (needsAction(facts.actions)) return `${urgencies[worstState(calls)]} ${due}`;
  return facts.row.state === 'open' ? `3 ${due}` : null;
}

/** By the task that has the longest way to go; cases whose tasks are all finished last. */
function leastAdvanced({ row }: RowFacts): number | null {
  const open = row.tasks.filter((task) => task.status !== 'A').map((task) => rankOf(task.status));
  return open.length > 0 ? Math.min(...open) : null;
}

function missingLast(one: Keyed, other: Keyed): number {
  return Number(one.key === null) - Number(other.key === null);
}

function tie(one: Keyed, other: Keyed): number {
  const { number, id } = one.facts.row;
  const { number: otherNumber, id: otherId } = other.facts.row;
  return asTheyAre(number, otherNumber) || asTheyAre(id, otherId);
}

function asTheyAre<Value extends Key>(one: Value, other: Value): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const collators = new Map<string, Intl.Collator>();

function collatorFor(locale: string): { readonly compare: (one: Key, other: Key) => number } {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return { compare: (one, other) => collator.compare(String(one), String(other)) };
}
