import { Trans } from '@lingui/react/macro';
import { firstPicture } from '../../../shared/domain/task/first-picture.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { reportedText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './task-list.module.css';

/** Who started a task, from where and when; of an inspection also whether a picture has come since (domain.md §10). */
export function StartedFact({ task }: { readonly task: Task }) {
  const { open } = useCaseView();
  const { started, kind } = task;
  if (!started) return null;
  const { timeZone } = open.standing.settings;
  const who = started.by.name;
  const at = reportedText(started.decidedAt, timeZone);
  const picture = kind === 'inspection' ? firstPicture(open.content.case, task) : undefined;
  const first = picture ? reportedText(picture.at, timeZone) : '';
  return (
    <>
      <dt>
        <Trans>Started</Trans>
      </dt>
      <dd>
        {started.from === 'desk' ? (
          <Trans>
            {who}, from the desk, {at}
          </Trans>
        ) : (
          <Trans>
            {who}, from the field, {at}
          </Trans>
        )}
        {picture === null && (
          <div className={classes.there}>
            <Trans>No picture yet</Trans>
          </div>
        )}
        {picture && (
          <div className={classes.there}>
            <Trans>First picture {first}</Trans>
          </div>
        )}
      </dd>
    </>
  );
}
