import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { earlierVersions, type BudgetVersion } from '../../../shared/domain/budget/budget-version.ts';
import { momentText, moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import { CalculationLook } from './calculation-look.tsx';
import classes from './budgets-tab.module.css';

/** The versions before, as they were sent and decided on, each with its calculation. */
export function BudgetVersions({ budget }: { readonly budget: Budget }) {
  const { open } = useCaseView();
  const versions = earlierVersions(open.content.case, budget);
  if (versions.length === 0) return null;
  return (
    <details className={classes.versions}>
      <summary>
        <Plural value={versions.length} one="# earlier version" other="# earlier versions" />
      </summary>
      <ol reversed className={classes.earlier}>
        {versions.map((version) => (
          <li key={version.id}>
            <Version version={version} budget={budget} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Version({ version, budget }: { readonly version: BudgetVersion; readonly budget: Budget }) {
  const { t } = useLingui();
  const { description, money, submittedBy, submittedAt, reason, comment, file } = version;
  return (
    <>
      <p className={classes.versionHead}>
        <strong>{t`Version ${version.version}`}</strong> <span>{description}</span>
        <span className={classes.sum}>{moneyText(money)}</span>
      </p>
      <p className={classes.line}>{t`From ${submittedBy.name}, ${momentText(submittedAt)}`}</p>
      {reason !== undefined && (
        <p className={classes.line}>
          <Trans>Reason:</Trans> <q>{reason}</q>
        </p>
      )}
      {comment !== '' && <p className={classes.comment}>{comment}</p>}
      <Fate version={version} budget={budget} />
      {file && <CalculationLook file={file} />}
    </>
  );
}

/** What became of a version; one that another followed before anybody decided on it was replaced. */
function Fate({
  version: { version, rejection, recall },
  budget,
}: {
  readonly version: BudgetVersion;
  readonly budget: Budget;
}) {
  const { t } = useLingui();
  const approval = budget.approvals.find((each) => each.version === version);
  if (approval) return <p className={classes.line}>{t`Approved by ${approval.by.name}, ${momentText(approval.at)}`}</p>;
  if (rejection)
    return (
      <p className={classes.line}>
        {t`Rejected by ${rejection.by.name}, ${momentText(rejection.at)}:`} <q>{rejection.reason}</q>
      </p>
    );
  if (recall)
    return (
      <p className={classes.line}>
        {t`Recalled by ${recall.by.name}, ${momentText(recall.at)}`} {recall.comment !== '' && <q>{recall.comment}</q>}
      </p>
    );
  return <p className={classes.line}>{t`Replaced before it was decided on`}</p>;
}
