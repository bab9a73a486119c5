import { Trans } from '@lingui/react/macro';
import type { OfficeEntry } from '../../../shared/domain/office/directory.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { listText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './task-dialog.module.css';

interface LeavingNoteProps {
  readonly tasks: readonly Task[];
  readonly to: OfficeEntry | null;
}

/** Whoever has a task until now is not asked: it is said before it is done. */
export function LeavingNote({ tasks, to }: LeavingNoteProps) {
  const { open } = useCaseView();
  const leaving = tasks.filter(({ office }) => office !== null && office !== to?.id);
  const offices = new Set(
    leaving.map(({ office }) => open.directory.offices.find(({ id }) => id === office)?.name ?? ''),
  );
  if (offices.size === 0) return null;
  const former = listText([...offices]);
  const people = listText([...new Set(leaving.flatMap(({ responsibles }) => responsibles.map(({ name }) => name)))]);
  return (
    <p className={classes.leaving} role="note">
      {people ? (
        <Trans>
          {former} loses it and is told so, and so is {people}. Who is responsible and the time are set anew.
        </Trans>
      ) : (
        <Trans>{former} loses it and is told so.</Trans>
      )}
    </p>
  );
}
