import { Trans } from '@lingui/react/macro';
import { approvalRoom } from '../../../shared/domain/rights/effective-rights.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import { RightItems, splitRights } from './right-list.tsx';
import classes from './role-card.module.css';

/** What the role allows me here, and how much of my limit is left. */
export function OwnRights() {
  const { open } = useCaseView();
  const { standing, content } = open;
  const { settings, portalName } = standing;
  const { rights } = settings.externalCaseHandler;
  if (!isExternalCaseHandler({ standing, case: content.case })) {
    return (
      <p className={classes.line}>
        <Trans>You are not marked for the role at {portalName} any more, so it gives you no rights.</Trans>
      </p>
    );
  }
  const room = approvalRoom(standing, content.case);
  const { now, later } = splitRights(rights);
  const most = moneyText({ amount: room?.limit ?? 0, currency: settings.currency });
  const left = moneyText({ amount: room?.left ?? 0, currency: settings.currency });
  return (
    <>
      {room && rights.includes('budget.approve') && (
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
