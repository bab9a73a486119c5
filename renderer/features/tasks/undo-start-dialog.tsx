import { Trans, useLingui } from '@lingui/react/macro';
import { taskTypeName } from '../../words/task-words.ts';
import { ReasonDialog, useCaseView, type DialogProps } from '../case/frame.ts';

/** Takes the start of a task back, with the reason. */
export function UndoStartDialog({ about: { task: id }, onClose }: DialogProps<'undo-start'>) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  return (
    <ReasonDialog
      title={<Trans>Undo the start of {name}</Trans>}
      primary={<Trans>Undo the start</Trans>}
      consequence={
        <Trans>
          The task goes back to “B++ May start” and can be started again. Who started it and who is responsible are
          told.
        </Trans>
      }
      label={t`Why it is undone`}
      draft={`undo-start/${id}`}
      command={(reason) => ({ name: 'undo-start', input: { task: id, reason } })}
      onClose={onClose}
    />
  );
}
