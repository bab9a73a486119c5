import { Trans } from '@lingui/react/macro';
import { approvalLimit } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { boundInForce } from '../../../shared/domain/settlement/bound-in-force.ts';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { moneyText } from '../../words/figures.ts';
import { LimitMeter, useCaseView } from '../case/frame.ts';
import classes from './budgets-tab.module.css';
import { costSums, type CostLine } from './cost-lines.ts';

interface CostMeterProps {
  /** What is ticked, or where nothing is, all that waits. */
  readonly lines: readonly CostLine[];
  /** Those that wait; they are not ticked, and count where nothing is. */
  readonly settlements: readonly Settlement[];
  readonly ticked: boolean;
}

/** How the limit of the External case handler stands in the case, with what waits; a limit for each budget alone has no sum. */
export function CostMeter({ lines, settlements, ticked }: CostMeterProps) {
  const { open } = useCaseView();
  const { standing, content } = open;
  const { settings } = standing;
  if (!isExternalCaseHandler({ standing, case: content.case })) return null;
  const limit = approvalLimit(standing.limit, settings);
  const { currency } = settings;
  if (settings.externalCaseHandler.limitBasis === 'per-budget') {
    const most = moneyText({ amount: limit, currency });
    return (
      <p className={classes.none}>
        <Trans>Your limit for a budget: {most}</Trans>
      </p>
    );
  }
  const already = boundInForce(content.case, standing.member);
  const settled = ticked ? 0 : settlements.reduce((sum, each) => sum + each.adds, 0);
  const adds = costSums(lines).adds + settled;
  return (
    <LimitMeter
      room={{ limit, already, amount: adds, over: adds > 0 ? Math.max(0, already + adds - limit) : 0 }}
      currency={currency}
      amountOf={ticked ? <Trans>What is ticked would add</Trans> : <Trans>What waits would add</Trans>}
    />
  );
}
