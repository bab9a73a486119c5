import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconArrowBackUp, IconHourglass } from '@tabler/icons-react';
import { waitingItems } from '../../../shared/domain/work-plan/items-decided.ts';
import { moneyText } from '../../words/figures.ts';
import { ActionButton, TargetBadge, useCaseView } from '../case/frame.ts';
import classes from './plan.module.css';
import { waitingPlans } from './waiting-plans.ts';

/** What the own company sent and nobody has decided on yet: until then it can be taken back. */
export function WaitingNote() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const own = waitingPlans(open).filter(({ company }) => company === open.standing.company);
  return own.map((budget) => {
    const { id, version, description, money, waiting, target, forwarded } = budget;
    const sum = moneyText({ ...money, amount: waiting ?? money.amount });
    return (
      <section key={id} className={classes.answer} aria-label={t`Waits for a decision: ${description}`}>
        <IconHourglass size={18} aria-hidden />
        <p>
          <strong>{description}</strong>{' '}
          <Plural
            value={waitingItems(open.content.case, budget).length}
            one="# item waits for a decision:"
            other="# items wait for a decision:"
          />{' '}
          {sum}
          {forwarded && (
            <>
              {' '}
              <Trans>It lies with the insurer.</Trans>
            </>
          )}
        </p>
        {target && <TargetBadge target={target} />}
        <ActionButton
          command={{ name: 'recall-budget', input: { budget: id, version, comment: '' } }}
          dialog={{ kind: 'recall-budget', budget: id, version }}
          icon={<IconArrowBackUp size={16} aria-hidden />}
        >
          <Trans>Recall…</Trans>
        </ActionButton>
      </section>
    );
  });
}
