import { plural, t } from '@lingui/core/macro';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { SettlementId, WorkItemId } from '../../../shared/domain/ids.ts';
import { settlementsOf, type Settlement } from '../../../shared/domain/settlement/settlement.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import type { PlanLine } from './plan-lines.ts';

/** What of a selection would go to the customer, or why none of it does; nothing selected is chosen in the dialog. */
export type SettlingItems =
  { readonly kind: 'items'; readonly items: readonly WorkItemId[] } | { readonly kind: 'not'; readonly why: string };

/** The items of the selected lines. */
export function settlingOf(lines: readonly PlanLine[], selected: ReadonlySet<string>): SettlingItems {
  const chosen = lines.filter(({ content }) => selected.has(content.id));
  const unsaved = chosen.filter(({ isEdited }) => isEdited).length;
  if (unsaved > 0)
    return {
      kind: 'not',
      why: plural(unsaved, {
        one: 'Save the plan first: # line is not saved yet.',
        other: 'Save the plan first: # lines are not saved yet.',
      }),
    };
  const there = lines.some(({ item }) => item?.allocation === 'partner');
  if (chosen.length === 0 && !there)
    return { kind: 'not', why: t`There is no work item that could go to the customer.` };
  return { kind: 'items', items: chosen.map(({ content }) => content.id) };
}

/** What of a selection would come back, of the one settlement that it is in; or why none of it does. */
export type ReturningItems =
  | {
      readonly kind: 'items';
      readonly settlement: SettlementId;
      readonly items: readonly WorkItemId[];
      readonly command: CaseCommand;
    }
  | { readonly kind: 'not'; readonly why: string };

/** The settled items of the selected lines. */
export function returningOf(lines: readonly PlanLine[], selected: ReadonlySet<string>, open: OpenCase): ReturningItems {
  const settled = lines.filter(
    ({ content, item }) => selected.has(content.id) && item && item.allocation !== 'partner',
  );
  if (settled.length === 0) return { kind: 'not', why: t`Select lines first that went to the customer.` };
  const ids = settled.map(({ content }) => content.id);
  const within = settlementsOf(open.content.case).filter((each) => isIn(each, ids));
  const [settlement, other] = within;
  if (!settlement)
    return { kind: 'not', why: t`What went to the customer is given back by who settles with the customer.` };
  if (other) return { kind: 'not', why: t`Select lines of one settlement: these went in several.` };
  const items = settlement.items.map(({ item }) => item).filter((id) => ids.includes(id));
  const { id, revision } = settlement;
  return {
    kind: 'items',
    settlement: id,
    items,
    command: { name: 'return-items', input: { settlement: id, revision, items, reason: '' } },
  };
}

function isIn({ state, items }: Settlement, ids: readonly WorkItemId[]): boolean {
  return state !== 'ended' && items.some(({ item }) => ids.includes(item));
}
