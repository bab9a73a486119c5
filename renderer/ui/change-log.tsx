import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import classes from './change-log.module.css';
import { MomentText } from './moment-text.tsx';
import { Working } from './working.tsx';

interface ChangeLogProps {
  /** Undefined while it is read, null where it could not be. */
  readonly changes: readonly LoggedChange[] | null | undefined;
}

/** One change: who, when, and what it did, a line each. */
export interface LoggedChange {
  readonly by: string;
  readonly at: string;
  readonly lines: readonly ReactNode[];
}

/** What was set when, newest first; what changed nothing that is shown here stands in no line of its own. */
export function ChangeLog({ changes }: ChangeLogProps) {
  if (changes === undefined)
    return (
      <Working>
        <Trans>Reading the log…</Trans>
      </Working>
    );
  if (changes === null)
    return (
      <p className={classes.note} role="alert">
        <Trans>
          The portal cannot be reached now, and earlier changes are kept there. Open this again once you are online.
        </Trans>
      </p>
    );
  const telling = changes.filter(({ lines }) => lines.length > 0);
  if (telling.length === 0)
    return (
      <p className={classes.note}>
        <Trans>Nobody has changed it yet.</Trans>
      </p>
    );
  return (
    <ol className={classes.log}>
      {telling.map(({ at, by, lines }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two changes may have one moment, and the list only grows at its head
        <li key={telling.length - index}>
          <MomentText moment={at} /> · {by}
          <ul>
            {lines.map((line, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- the lines of a change never move
              <li key={place}>{line}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
