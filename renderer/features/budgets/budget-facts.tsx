import { Trans } from '@lingui/react/macro';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { momentText, moneyText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView } from '../case/frame.ts';
import { BudgetChanges } from './budget-changes.tsx';
import classes from './budget.module.css';

/** What a budget is: for what, how much, from whom; an earlier approved amount beside the new one. */
export function BudgetFacts({ budget }: { budget: Budget }) {
  const { open } = useCaseView();
  const { content, directory, standing } = open;
  const office = directory.offices.find((each) => each.id === budget.office)?.name ?? '';
  const tasks = content.case.tasks
    .filter((task) => budget.tasks.includes(task.id))
    .map((task) => taskTypeName(task.type, standing.settings))
    .join(', ');
  const { version } = budget;
  const who = budget.submittedBy.name;
  const at = momentText(budget.submittedAt);
  return (
    <div className={classes.facts}>
      <p className={classes.sum}>
        <span className="figures">{moneyText(budget.money)}</span>
        <span className={classes.excluding}>
          <Trans>excl. material and VAT</Trans>
        </span>
      </p>
      <p className={classes.what}>{budget.description}</p>
      <BudgetChanges budget={budget} />
      <dl className={classes.list}>
        <dt>
          <Trans>Version</Trans>
        </dt>
        <dd>{version}</dd>
        <dt>
          <Trans>Tasks</Trans>
        </dt>
        <dd>{tasks}</dd>
        <dt>
          <Trans>From</Trans>
        </dt>
        <dd>
          {budget.submittedBy.company === budget.company ? (
            <Trans>
              {who}, {office}, {at}
            </Trans>
          ) : (
            <Trans>
              {who}, on behalf of {office}, {at}
            </Trans>
          )}
        </dd>
        {budget.comment !== '' && (
          <>
            <dt>
              <Trans>Comment</Trans>
            </dt>
            <dd className={classes.typed}>{budget.comment}</dd>
          </>
        )}
        {budget.forwarded && <Forwarded budget={budget} forwarded={budget.forwarded} />}
      </dl>
    </div>
  );
}

function Forwarded({ budget, forwarded }: { budget: Budget; forwarded: NonNullable<Budget['forwarded']> }) {
  const over = forwarded.over === null ? null : moneyText({ ...budget.money, amount: forwarded.over });
  const by = forwarded.by.name;
  const at = momentText(forwarded.at);
  return (
    <>
      <dt>
        <Trans>Forwarded</Trans>
      </dt>
      <dd>
        {over === null ? (
          <Trans>
            {by}, {at}
          </Trans>
        ) : (
          <Trans>
            {by}, {at}; above the limit by {over}
          </Trans>
        )}
        {forwarded.note !== '' && <q className={classes.quote}>{forwarded.note}</q>}
      </dd>
    </>
  );
}
