import { Trans, useLingui } from '@lingui/react/macro';
import { bindingAmount, type Budget } from '../../../shared/domain/budget/budget.ts';
import { moneyText } from '../../words/figures.ts';
import { ReasonDialog, useCaseView, type DialogProps } from '../case/frame.ts';
import { recallCommand } from './budget-tasks.ts';

/** Takes the version that waits back, until it is decided on; the comment is read by who would have decided. */
export function RecallDialog({ about: { budget: id, version }, onClose }: DialogProps<'recall-budget'>) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const budget = open.content.case.budgets.find((each) => each.id === id);
  return (
    <ReasonDialog
      title={<Trans>Recall the budget</Trans>}
      primary={<Trans>Recall version {version}</Trans>}
      consequence={<Consequence budget={budget} />}
      label={t`Comment`}
      optional
      draft={`recall-budget/${id}`}
      command={(comment) => recallCommand({ id, version }, comment)}
      onClose={onClose}
    />
  );
}

function Consequence({ budget }: { readonly budget: Budget | undefined }) {
  const binding = budget ? bindingAmount(budget) : null;
  if (!budget || binding === null)
    return (
      <Trans>
        Nobody decides on it any more, and its tasks go back to where they were before it was sent. A new version can be
        sent at any time.
      </Trans>
    );
  const amount = moneyText({ ...budget.money, amount: binding });
  return (
    <Trans>
      Nobody decides on this version any more; the approved {amount} stays in force. A new version can be sent at any
      time.
    </Trans>
  );
}
