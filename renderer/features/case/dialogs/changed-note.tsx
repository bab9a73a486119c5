import { Trans } from '@lingui/react/macro';
import { changedWords } from '../../../words/changed-words.ts';
import type { Seen } from '../use-seen.ts';
import classes from './decision-dialog.module.css';

/** Says that the thing under the dialog is another one by now, and who changed it. */
export function ChangedNote({ seen }: { seen: Pick<Seen, 'changed'> }) {
  if (!seen.changed) return null;
  return (
    <div className={classes.changed} role="alert">
      <p>
        <strong>{changedWords(seen.changed.by, seen.changed.at)}</strong>{' '}
        <Trans>Look again: this dialog shows what is there now. What you entered is kept.</Trans>
      </p>
    </div>
  );
}
