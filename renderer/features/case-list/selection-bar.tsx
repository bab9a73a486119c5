import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import classes from './selection-bar.module.css';

interface SelectionBarProps {
  readonly count: number;
  /** How many left the list while they were selected. */
  readonly left: number;
  readonly onClear: () => void;
  /** What can be done with all of them. */
  readonly children: ReactNode;
}

/** Below the list, so that no row moves away from under the mouse when the first one is selected. */
export function SelectionBar({ count, left, onClear, children }: SelectionBarProps) {
  const { t } = useLingui();
  const empty = count === 0 && left === 0;
  return (
    <div className={classes.bar} data-empty={empty || undefined} role="group" aria-label={t`Selected cases`}>
      {/* Always there: a screen reader hears what changes in it, not what comes with it. */}
      <span role="status" className={classes.count}>
        {count > 0 && <Plural value={count} one="# case selected" other="# cases selected" />}{' '}
        {left > 0 && (
          <span className={classes.left}>
            <Plural
              value={left}
              one="# case left the list and is not selected any more."
              other="# cases left the list and are not selected any more."
            />
          </span>
        )}
      </span>
      {!empty && (
        <span className={classes.deeds}>
          {count > 0 && children}
          <Button variant="default" onClick={onClear}>
            {count > 0 ? <Trans>Clear selection</Trans> : <Trans>Close</Trans>}
          </Button>
        </span>
      )}
    </div>
  );
}
