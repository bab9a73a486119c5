import { useLingui } from '@lingui/react/macro';
import type { BudgetId } from '../../../shared/domain/ids.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { moneyText, signedMoneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './cost-table.module.css';
import { costSums, type CostLine } from './cost-lines.ts';
import { CostRow } from './cost-row.tsx';

interface CostTableProps {
  readonly lines: readonly CostLine[];
  readonly ticked: ReadonlySet<BudgetId>;
  readonly onTick: (id: BudgetId) => void;
}

/** Every budget of the case in one table, with its sums: what waits is decided on in its row. */
export function CostTable({ lines, ticked, onTick }: CostTableProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { standing, content } = open;
  const limited = isExternalCaseHandler({ standing, case: content.case });
  const columns = limited ? 6 : 4;
  const { currency } = standing.settings;
  const sums = costSums(lines);
  const total = (amount: number) => moneyText({ amount, currency });
  const signed = (amount: number) => signedMoneyText({ amount, currency });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also where no row has anything to press
    <div className={classes.scroll} role="region" aria-label={t`Costs`} tabIndex={0}>
      <table className={classes.table} aria-label={t`Budgets and what they cost`}>
        <thead>
          <tr>
            <th scope="col">{t`Budget and state`}</th>
            <th scope="col" data-figure>{t`Latest version`}</th>
            <th scope="col" data-figure>{t`In force`}</th>
            <th scope="col" data-figure>{t`Difference`}</th>
            {limited && <th scope="col" data-figure>{t`Approving adds`}</th>}
            {limited && <th scope="col" data-figure>{t`Over by`}</th>}
          </tr>
        </thead>
        {lines.map((line) => (
          <CostRow
            key={line.budget.id}
            line={line}
            limited={limited}
            columns={columns}
            ticked={ticked.has(line.budget.id)}
            onTick={() => onTick(line.budget.id)}
          />
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t`Together, without what was rejected or recalled`}</th>
            <td data-figure>{total(sums.latest)}</td>
            <td data-figure>{total(sums.inForce)}</td>
            <td data-figure>{signed(sums.difference)}</td>
            {limited && <td data-figure>{signed(sums.adds)}</td>}
            {limited && <td data-figure>–</td>}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
