import { useLingui } from '@lingui/react/macro';
import { isOfItems, type Budget } from '../../../shared/domain/budget/budget.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { moneyText, signedMoneyText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { TargetBadge, useCaseView, waitingFor } from '../case/frame.ts';
import { BudgetChanges } from './budget-changes.tsx';
import { BudgetDecided } from './budget-decided.tsx';
import { BudgetBadge } from './budget-state.tsx';
import { BudgetVersions } from './budget-versions.tsx';
import type { CostLine } from './cost-lines.ts';
import classes from './cost-table.module.css';
import { RefusedApproval } from './refused-approval.tsx';
import { RowDecisions } from './row-decisions.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface CostRowProps {
  readonly line: CostLine;
  readonly limited: boolean;
  readonly columns: number;
  readonly ticked: boolean;
  readonly onTick: () => void;
}

/** A budget: its figures, and below them what became of it and what can be decided. */
export function CostRow({ line, limited, columns, ticked, onTick }: CostRowProps) {
  const { open } = useCaseView();
  const { budget, inForce, difference, adds, over } = line;
  const { money } = budget;
  const waits = waitingFor(open, budget.revision);
  const text = (amount: number | null) => (amount === null ? '–' : moneyText({ ...money, amount }));
  const signed = (amount: number | null) => (amount === null ? '–' : signedMoneyText({ ...money, amount }));
  return (
    <tbody data-waiting={waits ? true : undefined}>
      <tr>
        <th scope="row" className={classes.what}>
          {budget.state === 'submitted' && !isOfItems(budget) ? (
            <Tick budget={budget} ticked={ticked} onTick={onTick} />
          ) : (
            <span className={classes.name}>{budget.description}</span>
          )}
          <About budget={budget} />
        </th>
        <td data-figure>{moneyText(money)}</td>
        <td data-figure>{text(inForce)}</td>
        <td data-figure>{signed(difference)}</td>
        {limited && <td data-figure>{signed(adds)}</td>}
        {limited && (
          <td data-figure data-over={over ? true : undefined}>
            {over ? text(over) : '–'}
          </td>
        )}
      </tr>
      <tr>
        <td colSpan={columns} className={classes.more}>
          <div className={classes.states}>
            <BudgetBadge budget={budget} />
            {budget.state === 'submitted' && budget.target && <TargetBadge target={budget.target} />}
            {waits && <WaitingMark since={waits.since} />}
          </div>
          {budget.state === 'submitted' && <BudgetChanges budget={budget} />}
          <BudgetDecided budget={budget} />
          <RefusedApproval budget={budget} />
          {budget.state === 'submitted' && <RowDecisions budget={budget} />}
          <BudgetVersions budget={budget} />
        </td>
      </tr>
    </tbody>
  );
}

function Tick({ budget, ticked, onTick }: { readonly budget: Budget } & Pick<CostRowProps, 'ticked' | 'onTick'>) {
  const onKeyDown = useRowKeys(budget.id);
  return (
    <label className={classes.tick}>
      <input type="checkbox" checked={ticked} onChange={onTick} onKeyDown={onKeyDown} data-budget-row={budget.id} />
      <span className={classes.name}>{budget.description}</span>
    </label>
  );
}

function About({ budget }: { readonly budget: Budget }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { content, directory, standing } = open;
  const office = directory.offices.find(({ id }) => id === budget.office)?.name ?? '';
  const tasks = content.case.tasks
    .filter(({ id }) => budget.tasks.includes(id))
    .map(({ type }) => taskTypeName(type, standing.settings));
  const who = budget.submittedBy.name;
  const from = budget.submittedBy.company === budget.company ? office : t`${who} on behalf of ${office}`;
  return <span className={classes.about}>{[from, ...tasks, t`version ${budget.version}`].join(' · ')}</span>;
}
