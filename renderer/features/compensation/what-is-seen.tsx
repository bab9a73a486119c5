import { isOfCase } from '../../../shared/domain/document/document.ts';
import { Trans, useLingui } from '@lingui/react/macro';
import { mainInspection } from '../../../shared/domain/compensation/compensation-page.ts';
import { momentText, moneyText } from '../../words/figures.ts';
import { inspectionAt } from '../../words/compensation/compensation-words.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './decision.module.css';

/** What is decided on: kept with the decision as it is seen here. */
export function WhatIsSeen() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { case: subject } = open.content;
  const task = mainInspection(subject);
  const documents = subject.documents.filter(isOfCase);
  const { currency } = open.standing.settings;
  const insured = subject.cover?.insuredSum ?? null;
  const who = task?.completedBy?.name ?? null;
  return (
    <section className={classes.seen} aria-label={t`What you decide on`}>
      <h3 className={classes.title}>
        <Trans>What you decide on</Trans>
      </h3>
      <ul className={classes.lines}>
        {task && (
          <li>
            {who
              ? t`Inspection: ${inspectionAt(task.status)}, completed by ${who}, ${momentText(task.since)}`
              : t`Inspection: ${inspectionAt(task.status)} since ${momentText(task.since)}`}
          </li>
        )}
        <li>
          {documents.length === 0 ? (
            <Trans>No document has been added.</Trans>
          ) : (
            <details>
              <summary>{t`Documents: ${documents.length}`}</summary>
              <ul>
                {documents.map(({ id, name }) => (
                  <li key={id}>{name}</li>
                ))}
              </ul>
            </details>
          )}
        </li>
        {insured !== null && <li>{t`Insured sum: ${moneyText({ amount: insured, currency })}`}</li>}
      </ul>
    </section>
  );
}
