import { Plural } from '@lingui/react/macro';
import { IconClock, IconHandStop } from '@tabler/icons-react';
import { isStuck } from '../../offline/outbox-items.ts';
import { unconfirmed, useCaseView } from '../case/frame.ts';
import classes from './waiting-marks.module.css';

/** In the header: how much of the case is held back or waits for the portal; the overview lists it. */
export function WaitingMarks() {
  const { open, openTab } = useCaseView();
  const stuck = open.waiting.filter(isStuck).length;
  const waiting = unconfirmed(open).filter((item) => !isStuck(item)).length;
  const show = () => openTab('overview');
  return (
    <>
      {stuck > 0 && (
        <button type="button" className={classes.stuck} onClick={show}>
          <IconHandStop size={14} aria-hidden />
          <Plural value={stuck} one="# held back" other="# held back" />
        </button>
      )}
      {waiting > 0 && (
        <button type="button" className={classes.waiting} onClick={show}>
          <IconClock size={14} aria-hidden />
          <Plural value={waiting} one="# waiting for the portal" other="# waiting for the portal" />
        </button>
      )}
    </>
  );
}
