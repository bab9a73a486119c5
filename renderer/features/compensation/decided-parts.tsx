import { Trans, useLingui } from '@lingui/react/macro';
import { sumOf } from '../../../shared/domain/compensation/compensation.ts';
import { partName, rulingWords } from '../../words/compensation/compensation-words.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './decision.module.css';

/** What was ruled, part by part; why and how much only to whom that is told. */
export function DecidedParts() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { decisionParts, decisionGrounds: grounds, decisionAmounts: amounts } = open.content.case;
  const parts = decisionParts?.parts ?? [];
  if (parts.length === 0) return null;
  const sum = amounts ? sumOf(amounts.parts) : null;
  const money = (amount: number) => moneyText({ amount, currency: amounts?.currency ?? '' });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t`Parts of the damage`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t`Part`}</th>
            <th scope="col">{t`Ruling`}</th>
            <th scope="col">{t`Scope`}</th>
            {grounds && <th scope="col">{t`Deduction`}</th>}
            {grounds && <th scope="col">{t`Reason`}</th>}
            {sum !== null && (
              <th scope="col" className={classes.money}>
                {t`Paid`}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {parts.map((part, at) => {
            const why = grounds?.parts[at];
            const amount = amounts?.parts[at] ?? null;
            return (
              // The parts of a decision stay as they are, and have no other name.
              // oxlint-disable-next-line react/no-array-index-key -- see above
              <tr key={at}>
                <th scope="row">{partName(part)}</th>
                <td>{rulingWords(part.ruling)}</td>
                <td className={classes.typed}>{part.scope}</td>
                {grounds && <td>{why && part.ruling !== 'not-covered' ? `${why.deduction} %` : ''}</td>}
                {grounds && <td className={classes.typed}>{why?.reason}</td>}
                {sum !== null && <td className={classes.money}>{amount === null ? '' : money(amount)}</td>}
              </tr>
            );
          })}
        </tbody>
        {sum !== null && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={grounds ? 5 : 3}>
                <Trans>Together</Trans>
              </th>
              <td className={classes.money}>{money(sum)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
