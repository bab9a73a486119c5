import { Trans } from '@lingui/react/macro';
import { IconClock } from '@tabler/icons-react';
import { TimeOfDay } from './moment-text.tsx';
import classes from './waiting-mark.module.css';

/** Says that the portal has not confirmed something yet: dashed, with a clock. */
export function WaitingMark({ since }: { since: string }) {
  return (
    <span className={classes.mark}>
      <IconClock size={14} aria-hidden />
      <span>
        <Trans>
          Waiting for the portal since <TimeOfDay moment={since} />
        </Trans>
      </span>
    </span>
  );
}
