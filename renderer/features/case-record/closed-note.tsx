import { Trans } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { reportedText } from '../../words/figures.ts';
import { ActionButton, forecast, Help, unconfirmed, useCaseView } from '../case/frame.ts';
import classes from './case-record.module.css';

/** What a closed case is: who closed it, when and why, that it can only be read, and the way to have it opened again. */
export function ClosedNote() {
  const view = useCaseView();
  const { open } = view;
  const { state, closed } = open.content.case;
  if (state !== 'closed') return null;
  const by = closed?.by.name;
  const at = closed ? reportedText(closed.at, open.standing.settings.timeZone) : '';
  const reason = open.content.log.findLast(({ what }) => what === 'case-closed')?.facts['reason'];
  return (
    <div className={classes.note} role="note">
      <IconLock size={16} aria-hidden />
      <div>
        <p>
          {by ? (
            <Trans>
              {by} closed this case on {at}.
            </Trans>
          ) : (
            <Trans>This case is closed.</Trans>
          )}{' '}
          <Trans>Everything in it can be read, and nothing can be changed.</Trans>
          {reason && <q className={classes.reason}>{reason}</q>}
        </p>
        {unconfirmed(open).length > 0 && (
          <p>
            <Trans>What still waits for the portal here is refused when it arrives; what you typed is kept.</Trans>
          </p>
        )}
        <WayOn />
      </div>
    </div>
  );
}

function WayOn() {
  const view = useCaseView();
  const write: CaseCommand = { name: 'write-chat', input: { text: '' } };
  const refusal = forecast(view, write);
  if (view.open.standing.side === 'insurer')
    return (
      <ActionButton command={{ name: 'reopen-case', input: { reason: '' } }} dialog={{ kind: 'reopen-case' }}>
        <Trans>Reopen case…</Trans>
      </ActionButton>
    );
  return refusal && <Help refusal={refusal} wanted={{ wanted: 'write-chat' }} />;
}
