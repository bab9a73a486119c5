import { Trans } from '@lingui/react/macro';
import type { OfflineState } from '../../offline/offline-desk.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { withdrawalWords } from '../../words/withdrawal-words.ts';
import classes from './refusals.module.css';

/** Cases that were taken from the reader, and why; their content is gone from this computer. */
export function WithdrawnCases({ cases }: { cases: OfflineState['withdrawn'] }) {
  return (
    <section className={classes.withdrawn}>
      <h2 className={classes.heading}>
        <Trans>Cases that are no longer yours</Trans>
      </h2>
      <p className={classes.lead}>
        <Trans>Their content was removed from this computer.</Trans>
      </p>
      <ul className={classes.list}>
        {cases.map((each) => (
          <li key={`${each.portal}/${each.case}/${each.at}`} className={classes.row}>
            <span className={classes.number}>{each.number}</span>
            <span>
              {withdrawalWords(each.reason)} {each.said && <q>{each.said}</q>}
            </span>
            <span className={classes.when}>
              <MomentText moment={each.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
