import {
  hasWords,
  passes,
  searchText,
  type CaseFilter,
  type RowFacts,
} from '../../../shared/domain/case/list-filter.ts';
import type { CaseRow } from '../../../shared/domain/case/list-row.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';

/** The parts of a filter in the order of their chips. */
const filterParts = [
  'action',
  'actionRequired',
  'assignedToMe',
  'myTask',
  'user',
  'withRole',
  'portal',
  'office',
  'status',
  'state',
  'unread',
  'text',
] as const satisfies readonly (keyof CaseFilter)[];

/** One part of a filter. */
export type FilterPart = (typeof filterParts)[number];

/** The parts that are set. */
export function setParts(filter: CaseFilter): readonly FilterPart[] {
  return filterParts.filter((part) => (part === 'text' ? filter.text?.trim() : filter[part]));
}

/** The filter without one of its parts. */
export function without(filter: CaseFilter, part: FilterPart): CaseFilter {
  return { ...filter, [part]: undefined };
}

/** The rows that pass, in the order they came. */
export function listed(rows: readonly RowFacts[], filter: CaseFilter): readonly RowFacts[] {
  const { text = '', ...rest } = filter;
  // Folded once: thousands of rows are asked at each letter.
  const wanted = foldText(text.trim());
  // As `passes` has it: what is looked for is found among closed cases too.
  const state = rest.state ?? (wanted === '' ? undefined : 'all');
  return rows.filter(
    (facts) => passes(facts, { ...rest, state }) && (wanted === '' || hasWords(textOf(facts.row), wanted)),
  );
}

/** How many closed cases the other filters would show: they are left out until somebody asks for them. */
export function closedLeftOut(rows: readonly RowFacts[], filter: CaseFilter): number {
  if (filter.state || filter.text?.trim()) return 0;
  return listed(rows, { ...filter, state: 'closed' }).length;
}

/** How many cases there would be without one part: what a zero result says, so that it can be undone (domain.md §16.1). */
export interface WayOut {
  readonly part: FilterPart;
  readonly cases: number;
}

/** For each set part how many cases would appear without it, the most first; parts that change nothing are left out. */
export function waysOut(rows: readonly RowFacts[], filter: CaseFilter): readonly WayOut[] {
  return setParts(filter)
    .map((part) => ({ part, cases: listed(rows, without(filter, part)).length }))
    .filter(({ cases }) => cases > 0)
    .toSorted((one, other) => other.cases - one.cases);
}

// Joining a row's words costs more than all its filters together, and typing asks for them at each letter.
const texts = new WeakMap<CaseRow, string>();

function textOf(row: CaseRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = searchText(row);
  texts.set(row, text);
  return text;
}
