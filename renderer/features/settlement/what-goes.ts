import { t } from '@lingui/core/macro';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import { itemsOfTask } from '../../../shared/domain/work-plan/plan-items.ts';
import type { WorkItem } from '../../../shared/domain/work-plan/work-plan.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { taskTypeName } from '../../words/task-words.ts';

/** Which items are meant: those that were selected, all of a task, all that are approved, or everything. */
export interface Scope {
  /** `chosen`, `approved`, `all`, or a task. */
  readonly id: string;
  readonly label: string;
  readonly items: readonly WorkItem[];
}

/** What can be meant, the selection first; only where there is something in it. */
export function scopesOf({ content, directory, standing }: OpenCase, chosen: readonly WorkItemId[]): readonly Scope[] {
  const { workItems = [], tasks } = content.case;
  const there = workItems.filter(isPartners);
  const named = new Set(chosen);
  const scope = (id: string, items: readonly WorkItem[], label: (count: number) => string): Scope => ({
    id,
    label: label(items.length),
    items,
  });
  return [
    // What was selected stays in it also where it went meanwhile: that is said then.
    scope(
      'chosen',
      workItems.filter(({ id }) => named.has(id)),
      (count) => t`What is selected (${count})`,
    ),
    ...tasks.map((task) => {
      const office = directory.offices.find(({ id }) => id === task.office)?.name;
      const name = [taskTypeName(task.type, standing.settings), office].filter(Boolean).join(', ');
      return scope(task.id, itemsOfTask({ workItems: there }, task.id), (count) => t`All of ${name} (${count})`);
    }),
    scope(
      'approved',
      there.filter(({ state }) => state === 'approved'),
      (count) => t`Everything that is approved (${count})`,
    ),
    scope('all', there, (count) => t`Everything (${count})`),
  ].filter(({ items }) => items.length > 0);
}

/** Still the partner's to do: what was rejected and is done without is nobody's. */
function isPartners({ allocation, accepted }: WorkItem): boolean {
  return allocation === 'partner' && !accepted;
}
