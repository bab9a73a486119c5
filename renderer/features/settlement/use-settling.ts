import { useMemo, useState } from 'react';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { CommandId, WorkItemId } from '../../../shared/domain/ids.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { settledBefore, settledItems } from '../../../shared/domain/settlement/make-settlement.ts';
import { settlementRulesIn } from '../../../shared/domain/settlement/settlement-rules.ts';
import { settlementSheet, type SettlementSheet } from '../../../shared/domain/settlement/settlement-sheet.ts';
import type { SettledItem, SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import type { Quantity } from '../../../shared/domain/work-plan/quantity.ts';
import { valuesOf } from '../../../shared/domain/work-plan/plan-items.ts';
import type { WorkItem } from '../../../shared/domain/work-plan/work-plan.ts';
import { usePriceLists } from '../../bindings/use-price-lists.ts';
import { forecast, useCaseView, type Seen } from '../case/frame.ts';
import { knownHours } from './known-hours.ts';
import { readEntered, type EnteredFaults, type SettleDraft } from './settle-draft.ts';

/** What would go to the customer, what that comes to, and what the rules say to it. */
export interface Settling {
  readonly items: readonly SettledItem[];
  readonly known: ReadonlyMap<WorkItemId, Quantity>;
  readonly sheet: SettlementSheet;
  readonly faults: EnteredFaults;
  readonly command: CaseCommand;
  /** Why it does not go as things stand; null also where there is nothing that could. */
  readonly refusal: Refusal | null;
  readonly seen: Pick<Seen, 'changed' | 'lookAgain'>;
}

/** Works out what would be settled of some items with what was entered. */
export function useSettling(kind: SettlementKind, of: readonly WorkItem[], draft: SettleDraft): Settling {
  const { open, now } = useCaseView();
  const { content, standing } = open;
  const { currency } = standing.settings;
  const known = useKnownHours(kind, of);
  const { revisionSeen, ...seen } = useSeenItems(of);
  const items = useMemo(() => settledItems(content.case, of), [content, of]);
  const rules = settlementRulesIn(standing.settings);
  const { entered, faults } = readEntered(draft, { kind, items: items.map(({ item }) => item), known, currency });
  const sheet = settlementSheet({ kind, items, entered, rules, before: settledBefore(content.case, kind) });
  const command: CaseCommand = {
    name: 'settle-items',
    input: {
      kind,
      items: of.map(({ id, revision }) => ({ id, revision: revisionSeen(id) ?? revision })),
      entered,
      result: { amount: sheet.result, currency },
    },
  };
  const asks = of.length > 0 && seen.changed === null;
  return { items, known, sheet, faults, command, seen, refusal: asks ? forecast({ open, now }, command) : null };
}

function useKnownHours(kind: SettlementKind, items: readonly WorkItem[]): ReadonlyMap<WorkItemId, Quantity> {
  const { open } = useCaseView();
  const { content, standing } = open;
  const held = usePriceLists(standing.portal);
  return useMemo(
    () =>
      kind === 'customerOwnWork' && held.phase === 'held'
        ? knownHours(items, valuesOf(content.case), held.lists)
        : new Map(),
    [kind, held, items, content],
  );
}

/** The items, and the rules, as they were when the dialog opened: another one is looked at again before it goes. */
function useSeenItems(items: readonly WorkItem[]) {
  const { open } = useCaseView();
  const { content, standing } = open;
  const rules = settlementRulesIn(standing.settings).revision?.command ?? null;
  const now = () => ({
    rules,
    revisions: new Map<WorkItemId, CommandId>((content.case.workItems ?? []).map(({ id, revision }) => [id, revision])),
  });
  const [seen, setSeen] = useState(now);
  const isOther = seen.rules !== rules || items.some(({ id, revision }) => seen.revisions.get(id) !== revision);
  return {
    revisionSeen: (id: WorkItemId) => seen.revisions.get(id),
    changed: isOther ? { revision: null, by: null, at: null } : null,
    lookAgain: () => setSeen(now()),
  };
}
