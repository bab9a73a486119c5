import { Trans, useLingui } from '@lingui/react/macro';
import { taskTypeName } from '../../words/task-words.ts';
import { ReasonDialog, useCaseView, type DialogProps } from '../case/frame.ts';

/** Sends a task back for correction, with what has to be corrected. */
export function SendBackDialog({ about: { task: id }, onClose }: DialogProps<'send-back'>) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  return (
    <ReasonDialog
      title={<Trans>Send {name} back</Trans>}
      primary={<Trans>Send back</Trans>}
      consequence={<Trans>The task goes back to “3 Started”, and the office reads what has to be corrected.</Trans>}
      label={t`What has to be corrected`}
      draft={`send-back/${id}`}
      command={(reason) => ({ name: 'send-back-task', input: { task: id, reason } })}
      onClose={onClose}
    />
  );
}
