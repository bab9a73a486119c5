import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconGauge } from '@tabler/icons-react';
import { bindingAmount, type Budget } from '../../../shared/domain/budget/budget.ts';
import { headroom } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { addedByItems } from '../../../shared/domain/work-plan/items-decided.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import type { ChosenItems } from './items-choice.ts';
import classes from './plan.module.css';

/** What approving the chosen items would leave of the limit of who decides; nothing where no limit binds (domain.md §6.3). */
export function LimitNote({ budget, chosen }: { budget: Budget; chosen: ChosenItems }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { standing, content } = open;
  if (!isExternalCaseHandler({ standing, case: content.case })) return null;
  const total = (bindingAmount(budget) ?? 0) + addedByItems(content.case, chosen.approved);
  const room = headroom(standing, content.case, budget, total);
  const money = (amount: number) => moneyText({ amount, currency: budget.money.currency });
  const [above, limit] = [money(room.over), money(room.limit)];
  const left = money(Math.max(0, room.limit - room.already - room.amount));
  const isOver = room.over > 0;
  const Sign = isOver ? IconAlertTriangle : IconGauge;
  return (
    <p className={classes.limit} data-over={isOver || undefined} role="status">
      <Sign size={16} aria-hidden />
      {isOver
        ? t`Above your limit of ${limit} by ${above}. Take some off, or forward what waits.`
        : t`Within your limit of ${limit}: ${left} left after it.`}
    </p>
  );
}
