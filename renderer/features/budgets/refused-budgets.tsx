import { Trans } from '@lingui/react/macro';
import { IconEdit } from '@tabler/icons-react';
import { moneyText } from '../../words/figures.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { ActionButton, useCaseView } from '../case/frame.ts';
import classes from './budgets-tab.module.css';
import { useRefusedBudgets, type RefusedBudget } from './use-refused-budgets.ts';

/** What was entered and came too late, or was refused: it is kept, and can be sent anew where that is possible. */
export function RefusedBudgets() {
  return useRefusedBudgets().map((refused) => <Refused key={refused.position} refused={refused} />);
}

function Refused({ refused: { input, refusal } }: { readonly refused: RefusedBudget }) {
  const { open } = useCaseView();
  const { sentence } = refusalWords(refusal, open.standing);
  const amount = moneyText(input.money);
  const { description, revises } = input;
  return (
    <section className={classes.kept}>
      <p className={classes.keptWords}>
        <Trans>
          Your budget “{description}” of {amount} was not sent: {sentence} It is kept as you entered it until you have
          read the refusal.
        </Trans>
      </p>
      <ActionButton
        command={{ name: 'submit-budget', input }}
        dialog={{ kind: 'submit-budget', revises, task: input.tasks[0] ?? null }}
        icon={<IconEdit size={16} aria-hidden />}
      >
        <Trans>Open it again…</Trans>
      </ActionButton>
    </section>
  );
}
