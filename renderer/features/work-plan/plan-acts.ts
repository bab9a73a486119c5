import { t } from '@lingui/core/macro';
import type { DraftItem } from './plan-draft.ts';
import { withItems, withoutLines } from './plan-edits.ts';
import type { PlanLine } from './plan-lines.ts';
import { newItem } from './new-item.ts';
import { nextOrder } from './plan-rows.ts';
import type { PlanWork } from './use-plan.ts';

/** What is done with the lines of a plan beside typing into them; each is one step that is taken back at once. */
export interface PlanActs {
  readonly put: (items: readonly DraftItem[]) => void;
  readonly add: (of: Partial<DraftItem> & Pick<DraftItem, 'task' | 'room'>) => void;
  readonly like: (line: PlanLine) => DraftItem;
  readonly remove: (lines: readonly PlanLine[]) => void;
  /** Copies of lines, as drafts of their tasks in another room. */
  readonly copyTo: (lines: readonly PlanLine[], room: string | null) => void;
}

export function planActs(work: PlanWork): PlanActs {
  const { draft, lines, things, currency, edit } = work;
  const put = (items: readonly DraftItem[]) => edit(withItems(draft.value, items, things, currency));
  const behind = nextOrder(lines);
  return {
    put,
    add: (of) => put([newItem({ order: behind, ...of })]),
    like: ({ content: { task, room } }) => newItem({ task, room, order: behind }),
    remove: (gone) => edit(withoutLines(draft.value, gone)),
    copyTo: (copied, room) =>
      put(copied.map(({ content }, at) => newItem({ ...asNew(content), room, order: behind + at }))),
  };
}

function asNew({ id: _, revision: __, ...content }: DraftItem) {
  return content;
}

/** What a trip that is added by hand is called until it is said better. */
export function tripText(): string {
  return t`Trip`;
}
