import { Trans, useLingui } from '@lingui/react/macro';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { differenceOf } from '../../../shared/domain/budget/budget-version.ts';
import { moneyText, signedMoneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './budget.module.css';

/** What a new version changes, with its reason: not a new sum, but the difference to what it would replace (domain-2.md §3). */
export function BudgetChanges({ budget }: { readonly budget: Budget }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const difference = differenceOf(open.content.case, budget);
  if (!difference) return null;
  const { amount, description, file, version } = difference;
  const money = (minor: number) => moneyText({ ...budget.money, amount: minor });
  return (
    <section className={classes.changes} aria-label={t`What this version changes`}>
      <p className={classes.changed}>
        {difference.inForce ? (
          <Trans>Against version {version}, which is in force</Trans>
        ) : (
          <Trans>Against version {version}</Trans>
        )}
      </p>
      <dl className={classes.list}>
        <dt>{t`Amount`}</dt>
        <dd>
          {amount ? (
            <>
              <del>{money(amount.before)}</del> <ins>{money(amount.after)}</ins>{' '}
              <strong>{signedMoneyText({ ...budget.money, amount: amount.after - amount.before })}</strong>
            </>
          ) : (
            <Trans>the same</Trans>
          )}
        </dd>
        {description && <Changed label={t`Description`} before={description.before} after={description.after} />}
        {file && <Changed label={t`Calculation`} before={file.before.name} after={file.after.name} />}
        {budget.reason !== undefined && (
          <>
            <dt>{t`Reason`}</dt>
            <dd className={classes.typed}>
              <q>{budget.reason}</q>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

interface ChangedProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

function Changed({ label, before, after }: ChangedProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <del>{before}</del> <ins>{after}</ins>
      </dd>
    </>
  );
}
