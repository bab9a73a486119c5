import { Trans } from '@lingui/react/macro';
import { settlementSheet } from '../../../shared/domain/settlement/settlement-sheet.ts';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { moneyText } from '../../words/figures.ts';
import { DecisionDialog, forecast, useCaseIssue, useCaseView, useSeen, type DialogProps } from '../case/frame.ts';
import { BindingRoom } from './binding-room.tsx';
import { findSettlement } from './find-settlement.ts';
import { GoneSettlement } from './gone-settlement.tsx';
import { bindCommand } from './settlement-commands.ts';
import { SettlementFacts } from './settlement-facts.tsx';
import { SettlementSheetView } from './settlement-sheet-view.tsx';
import classes from './settlement.module.css';

/** Approves what a provisional settlement adds to what was approved, within the limit of who does. */
export function BindDialog({ about: { settlement: id }, onClose }: DialogProps<'bind-settlement'>) {
  const { open } = useCaseView();
  const settlement = findSettlement(open, id);
  return settlement ? <Binding settlement={settlement} onClose={onClose} /> : <GoneSettlement onClose={onClose} />;
}

function Binding({ settlement, onClose }: { readonly settlement: Settlement; readonly onClose: () => void }) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const seen = useSeen(settlement.revision);
  const { adds, currency, items, by } = settlement;
  const amount = moneyText({ amount: adds, currency });
  const command = bindCommand(settlement);
  return (
    <DecisionDialog
      title={<Trans>Approve the settlement</Trans>}
      primary={<Trans>Approve {amount}</Trans>}
      command={command}
      seen={seen}
      refusal={forecast({ open, now }, command)}
      width={940}
      focusContent
      onDecide={() => issue(command, seen.revision)}
      onDone={onClose}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p className={classes.note}>
          <Trans>
            It binds {amount} more than what was approved of its items. What is approved is binding at once.
          </Trans>
        </p>
        <SettlementFacts settlement={settlement} />
        <BindingRoom adds={adds} currency={currency} />
        <SettlementSheetView sheet={settlementSheet(settlement)} items={items} currency={currency} by={by.name} />
      </div>
    </DecisionDialog>
  );
}
