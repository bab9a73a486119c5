import { Select } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import { revisionsOf } from '../../../shared/domain/who-changed.ts';
import { moneyText } from '../../words/figures.ts';
import {
  DecisionDialog,
  draftKey,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  type DialogProps,
} from '../case/frame.ts';
import { BlockedItems } from './blocked-items.tsx';
import { EnteredFields } from './entered-fields.tsx';
import { GoingItems } from './going-items.tsx';
import { ProvisionalNote } from './provisional-note.tsx';
import { isFaulty, nothingEntered, settleSchema } from './settle-draft.ts';
import classes from './settlement.module.css';
import { SettlementSheetView } from './settlement-sheet-view.tsx';
import { useSettling, type Settling } from './use-settling.ts';
import { scopesOf } from './what-goes.ts';

/** Gives items to the customer: which, what stands in the way, what is entered, and the sheet as it comes out. */
export function SettleDialog({ about: { as: kind, items: asked }, onClose }: DialogProps<'settle-items'>) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, `settle-items/${kind}`), nothingEntered, settleSchema);
  const scopes = useMemo(() => scopesOf(open, asked), [open, asked]);
  const [scopeId, setScope] = useState<string | null>(null);
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const of = useMemo(() => (scope?.items ?? []).filter(({ id }) => !left.has(id)), [scope, left]);
  const settling = useSettling(kind, of, draft.value);
  const { sheet, command, seen, faults } = settling;
  const { currency } = open.standing.settings;
  const refusal = unsaidRefusal(settling.refusal);
  return (
    <DecisionDialog
      title={kind === 'cashOffer' ? <Trans>Assign as cash offer</Trans> : <Trans>Customer's own work</Trans>}
      primary={<Deed kind={kind} count={of.length} />}
      command={command}
      seen={seen}
      refusal={refusal}
      missing={useMissing(settling, of.length)}
      width={980}
      onDecide={() => issue(command, revisionsOf(open.content.case, command))}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes.form}>
        <Select
          label={t`What goes to the customer`}
          allowDeselect={false}
          value={scope?.id ?? null}
          onChange={(value) => {
            setScope(value);
            leave(new Set());
          }}
          data={scopes.map(({ id, label }) => ({ value: id, label }))}
          data-autofocus
        />
        <BlockedItems refusal={settling.refusal} onLeave={(ids) => leave(new Set([...left, ...ids]))} />
        <EnteredFields kind={kind} draft={draft} faults={faults} />
        <GoingItems kind={kind} draft={draft} settling={settling} />
        <SettlementSheetView sheet={sheet} currency={currency} by={open.standing.name} />
        <p className={classes.result} role="status">
          {t`The customer is paid ${moneyText({ amount: sheet.result, currency })}`}
        </p>
        <ProvisionalNote adds={sheet.adds} currency={currency} />
        <RestoredNote draft={draft} />
      </div>
    </DecisionDialog>
  );
}

/** What stands in the way and what is not said yet is told where it is mended. */
function unsaidRefusal(refusal: Refusal | null): Refusal | null {
  return refusal?.code === 'plan-blocked' || refusal?.code === 'settlement-condition' ? null : refusal;
}

function useMissing({ refusal, faults }: Settling, count: number): string | null {
  const { t } = useLingui();
  if (count === 0) return t`Choose first what goes to the customer.`;
  if (isFaulty(faults)) return t`Something above cannot be read yet: it is said at its field.`;
  if (refusal?.code === 'plan-blocked') return t`Leave out what stands in the way, or mend it.`;
  if (refusal?.code !== 'settlement-condition') return null;
  return refusal.condition === 'consent'
    ? t`Say first that the others consent.`
    : t`Say first that it is agreed with the customer.`;
}

function Deed({ kind, count }: { readonly kind: SettlementKind; readonly count: number }) {
  return kind === 'cashOffer' ? (
    <Plural value={count} one="Assign # item as cash offer" other="Assign # items as cash offer" />
  ) : (
    <Plural value={count} one="Leave # item to the customer" other="Leave # items to the customer" />
  );
}
