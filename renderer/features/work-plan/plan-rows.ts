import type { PlanLine } from './plan-lines.ts';

/** By what the lines of a plan are put together. */
export type PlanView = 'room' | 'task';

/** What lines are put together under. */
export interface PlanGroup {
  /** null for what is in no room. */
  readonly id: string | null;
  readonly name: string;
  readonly detail: string;
}

/** A row of the grid: the head of a group, or a line. */
export type PlanRow =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly group: PlanGroup;
      readonly count: number;
      readonly sum: number;
    }
  | { readonly kind: 'line'; readonly key: string; readonly line: PlanLine };

/** The rows of a plan: every group with what is in it, in its order. A room without items has a head, a task has none. */
export function rowsOf(lines: readonly PlanLine[], view: PlanView, groups: readonly PlanGroup[]): readonly PlanRow[] {
  const within = new Map<string | null, PlanLine[]>(groups.map(({ id }) => [id, []]));
  for (const line of lines) within.get(groupOf(line, view))?.push(line);
  return groups.flatMap((group): readonly PlanRow[] => {
    const own = (within.get(group.id) ?? []).toSorted((one, other) => one.content.order - other.content.order);
    if (own.length === 0 && (view === 'task' || group.id === null)) return [];
    const head = { kind: 'group', key: `group/${group.id ?? ''}`, group, count: own.length, sum: sumOf(own) } as const;
    return [head, ...own.map((line): PlanRow => ({ kind: 'line', key: line.content.id, line }))];
  });
}

function groupOf({ content }: PlanLine, view: PlanView): string | null {
  return view === 'room' ? content.room : content.task;
}

/** What lines cost together, of those whose amount is read and seen: the amounts as they are shown, in minor units. */
export function sumOf(lines: readonly PlanLine[]): number {
  return lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

/** The place of a new line: behind all others. */
export function nextOrder(lines: readonly PlanLine[]): number {
  return lines.reduce((most, { content }) => Math.max(most, content.order + 1), 0);
}
