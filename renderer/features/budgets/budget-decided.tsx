import { useLingui } from '@lingui/react/macro';
import { bindingAmount, type Budget } from '../../../shared/domain/budget/budget.ts';
import { momentText, moneyText } from '../../words/figures.ts';
import { roleWords } from '../../words/role-words.ts';
import { ApprovalCheck } from './approval-check.tsx';
import classes from './budgets-tab.module.css';

/** What became of a budget so far: approved, recalled, rejected, sent on and answered, each with who and when. */
export function BudgetDecided({ budget }: { readonly budget: Budget }) {
  const { t } = useLingui();
  const { approvals, recall, rejection, forwarded, answered, money, version } = budget;
  const last = approvals.at(-1);
  const amount = moneyText({ ...money, amount: bindingAmount(budget) ?? 0 });
  const over = forwarded?.over ? moneyText({ ...money, amount: forwarded.over }) : null;
  return (
    <>
      {last && (
        <p className={classes.line}>
          {t`${amount} (version ${last.version}) approved by ${last.by.name} (${roleWords(last.as).word}), ${momentText(last.at)}`}
        </p>
      )}
      <ApprovalCheck budget={budget} />
      {recall && (
        <p className={classes.line}>
          {t`Version ${version} recalled by ${recall.by.name}, ${momentText(recall.at)}`}
          {recall.comment !== '' && <q className={classes.note}>{recall.comment}</q>}
        </p>
      )}
      {rejection && (
        <p className={classes.line}>
          {t`Version ${version} rejected by ${rejection.by.name}, ${momentText(rejection.at)}:`}{' '}
          <q>{rejection.reason}</q>
        </p>
      )}
      {answered && (
        <p className={classes.line}>
          {t`It was forwarded by ${answered.by.name}, ${momentText(answered.at)}, and is answered.`}
        </p>
      )}
      {forwarded && (
        <p className={classes.line}>
          {over === null
            ? t`Forwarded by ${forwarded.by.name}, ${momentText(forwarded.at)}`
            : t`Forwarded by ${forwarded.by.name}, ${momentText(forwarded.at)}, above the limit by ${over}`}
          {forwarded.note !== '' && <q className={classes.note}>{forwarded.note}</q>}
        </p>
      )}
    </>
  );
}
