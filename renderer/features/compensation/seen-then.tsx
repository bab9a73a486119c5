import { isOfCase } from '../../../shared/domain/document/document.ts';
import { Trans, useLingui } from '@lingui/react/macro';
import { momentText, moneyText } from '../../words/figures.ts';
import { inspectionAt } from '../../words/compensation/compensation-words.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './decision.module.css';

/** What was before the eyes of who decided, and which documents came since. */
export function SeenThen() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { decisionGrounds, decisionAmounts, documents } = open.content.case;
  if (!decisionGrounds) return null;
  const { seen } = decisionGrounds;
  const known = new Set(seen.documents.map(({ id }) => id));
  const since = documents.filter((document) => isOfCase(document) && !known.has(document.id));
  const insured = decisionAmounts?.cover?.insuredSum ?? null;
  const who = seen.completedBy?.name ?? null;
  const status = inspectionAt(seen.status);
  const when = momentText(seen.since);
  return (
    <details className={classes.seen}>
      <summary>
        <Trans>What was seen when it was decided</Trans>
      </summary>
      <ul className={classes.lines}>
        <li>{who ? t`Inspection: ${status}, completed by ${who}, ${when}` : t`Inspection: ${status} since ${when}`}</li>
        {seen.status === 'I' && <li>{t`A question about it was still open.`}</li>}
        <li>{seen.documents.length === 0 ? t`No document` : seen.documents.map(({ name }) => name).join(', ')}</li>
        {insured !== null && (
          <li>{t`Insured sum: ${moneyText({ amount: insured, currency: decisionAmounts?.currency ?? '' })}`}</li>
        )}
      </ul>
      {since.length > 0 && (
        <p className={classes.note}>{t`Added since then: ${since.map(({ name }) => name).join(', ')}`}</p>
      )}
    </details>
  );
}
