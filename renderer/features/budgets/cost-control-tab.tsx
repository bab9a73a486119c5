import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconChecks, IconCoins } from '@tabler/icons-react';
import { useState } from 'react';
import { isOfItems } from '../../../shared/domain/budget/budget.ts';
import { mostBudgetsAtOnce } from '../../../shared/domain/budget/approve-budgets.ts';
import type { BudgetId } from '../../../shared/domain/ids.ts';
import { settlementsOf } from '../../../shared/domain/settlement/settlement.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { momentText, moneyText } from '../../words/figures.ts';
import { roleWords } from '../../words/role-words.ts';
import { ActionButton, useCaseView } from '../case/frame.ts';
import classes from './budgets-tab.module.css';
import { costLines, type CostLine } from './cost-lines.ts';
import { CostMeter } from './cost-meter.tsx';
import { CostTable } from './cost-table.tsx';
import { approvalOf } from './decision-way.ts';
import { WaitingSettlements } from './waiting-settlements.tsx';

/** What the case costs: every budget in one table, what waits is decided on there (seed: comes with right 8). */
export function CostControlTab() {
  const { open } = useCaseView();
  const { hidden } = open.content.case;
  const [marked, setMarked] = useState<ReadonlySet<BudgetId>>(new Set());
  const lines = costLines(open);
  const waiting = lines.filter(({ budget }) => budget.state === 'submitted' && !isOfItems(budget));
  const ticked = waiting.filter(({ budget }) => marked.has(budget.id));
  const tick = (id: BudgetId) =>
    setMarked(new Set(marked.has(id) ? [...marked].filter((each) => each !== id) : [...marked, id]));
  const settlements = settlementsOf(open.content.case).filter(({ state }) => state === 'provisional');
  if (lines.length === 0 && settlements.length === 0)
    return (
      <EmptyState icon={IconCoins} title={<Trans>No budget yet</Trans>}>
        <Trans>What the offices send for approval stands here with its sums, and is decided on here.</Trans>
      </EmptyState>
    );
  return (
    <div className={classes.tab}>
      <CostMeter lines={ticked.length > 0 ? ticked : waiting} settlements={settlements} ticked={ticked.length > 0} />
      {hidden.includes('other-budgets') && (
        <p className={classes.none}>
          <Trans>Budgets of other companies are not shown to you; the sums are without them.</Trans>
        </p>
      )}
      {waiting.length > 1 && <ApproveSeveral lines={ticked.length > 0 ? ticked : waiting} ticked={ticked.length} />}
      <WaitingSettlements settlements={settlements} />
      {lines.length > 0 && (
        <CostTable lines={lines} ticked={new Set(ticked.map(({ budget }) => budget.id))} onTick={tick} />
      )}
      {waiting.length > 0 && (
        <p className={classes.none}>
          <Trans>Keys on the box of a row: ↑ ↓ another row, Space ticks, A approve, R reject, F forward.</Trans>
        </p>
      )}
      <Approvals />
    </div>
  );
}

/** What is ticked is approved together, or where nothing is, all that waits; in the order of the table. */
function ApproveSeveral({ lines, ticked }: { readonly lines: readonly CostLine[]; readonly ticked: number }) {
  const budgets = lines.slice(0, mostBudgetsAtOnce).map(({ budget }) => budget);
  return (
    <div className={classes.bar}>
      <ActionButton
        command={approvalOf(budgets)}
        dialog={{ kind: 'approve-budgets', budgets: budgets.map(({ id }) => id) }}
        icon={<IconChecks size={16} aria-hidden />}
      >
        {ticked > 0 ? (
          <Plural value={ticked} one="Approve # ticked…" other="Approve # ticked…" />
        ) : (
          <Trans>Approve several…</Trans>
        )}
      </ActionButton>
    </div>
  );
}

function Approvals() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const approvals = open.content.case.budgets
    .flatMap((budget) => budget.approvals.map((approval) => ({ budget, approval })))
    .toSorted((one, other) => (one.approval.at < other.approval.at ? 1 : -1));
  if (approvals.length === 0) return null;
  return (
    <>
      <h3 className={classes.group}>
        <Trans>Who approved what</Trans>
      </h3>
      <ul className={classes.approvals}>
        {approvals.map(({ budget, approval }) => (
          <li key={`${budget.id}/${approval.version}/${approval.at}`}>
            {t`${momentText(approval.at)}: ${approval.by.name} (${roleWords(approval.as).word}) approved ${moneyText({ ...budget.money, amount: approval.amount })} for “${budget.description}”, version ${approval.version}`}
          </li>
        ))}
      </ul>
    </>
  );
}
