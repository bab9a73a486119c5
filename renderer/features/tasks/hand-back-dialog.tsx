import { Trans, useLingui } from '@lingui/react/macro';
import { taskTypeName } from '../../words/task-words.ts';
import { ReasonDialog, useCaseView, type DialogProps } from '../case/frame.ts';

/** Gives a task back, or takes it from its office; whoever allocates it next reads the reason. */
export function HandBackDialog({ about: { task: id }, onClose }: DialogProps<'hand-back'>) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { content, standing, directory } = open;
  const task = content.case.tasks.find((each) => each.id === id);
  const name = task ? taskTypeName(task.type, standing.settings) : '';
  const office = directory.offices.find((each) => each.id === task?.office)?.name ?? t`The office`;
  const { portalName } = standing;
  const own = task?.company === standing.company;
  return (
    <ReasonDialog
      title={own ? <Trans>Hand {name} back</Trans> : <Trans>Take {name} back</Trans>}
      primary={own ? <Trans>Hand back</Trans> : <Trans>Take back</Trans>}
      destructive
      consequence={
        own ? (
          <Trans>
            No office has the task then. Its members and time are cleared, and {portalName} reads your reason. Where you
            have no other task in the case, it leaves your lists.
          </Trans>
        ) : (
          <Trans>
            {office} loses the task and is told. Its members and time are cleared. Where the company has no other task
            in the case, the case leaves its lists.
          </Trans>
        )
      }
      label={t`Reason`}
      draft={`hand-back/${id}`}
      command={(reason) => ({ name: 'hand-back-task', input: { task: id, reason } })}
      onClose={onClose}
    />
  );
}
