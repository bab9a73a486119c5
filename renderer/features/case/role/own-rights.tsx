import { Trans } from '@lingui/react/macro';
import { approvedInForce } from '../../../../shared/domain/budget/budget.ts';
import { approvalLimit } from '../../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../../shared/domain/rights/roles-in-case.ts';
import { moneyText } from '../../../words/figures.ts';
import { useCaseView } from '../case-view.ts';
import { RightItems, splitRights } from './right-list.tsx';
import classes from './role-card.module.css';

/** What the role allows me here, and how much of my limit is left. */
export function OwnRights() {
  const { open } = useCaseView();
  const { standing, content } = open;
  const { settings, portalName } = standing;
  const { rights, limitBasis } = settings.externalCaseHandler;
  if (!isExternalCaseHandler({ standing, case: content.case })) {
    return (
      <p className={classes.line}>
        <Trans>You are not marked for the role at {portalName} any more, so it gives you no rights.</Trans>
      </p>
    );
  }
  const limit = approvalLimit(standing.limit, settings);
  const used = limitBasis === 'cumulative' ? approvedInForce(content.case.budgets, standing.member) : 0;
  const { now, later } = splitRights(rights);
  const most = moneyText({ amount: limit, currency: settings.currency });
  const left = moneyText({ amount: Math.max(0, limit - used), currency: settings.currency });
  return (
    <>
      {rights.includes('budget.approve') && (
        <p className={classes.line}>
          <Trans>
            {left} left of your limit of {most}
          </Trans>
        </p>
      )}
      <details className={classes.rights}>
        <summary>
          <Trans>What you may do here</Trans>
        </summary>
        <ul>
          <li>
            <Trans>Read the case, write in the chat, add documents</Trans>
          </li>
          <RightItems rights={now} />
        </ul>
        {later.length > 0 && (
          <>
            <p className={classes.later}>
              <Trans>Not yet in this version:</Trans>
            </p>
            <ul>
              <RightItems rights={later} />
            </ul>
          </>
        )}
      </details>
    </>
  );
}
