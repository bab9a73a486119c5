import { Trans, useLingui } from '@lingui/react/macro';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import { taskTypeName } from '../../words/task-words.ts';
import {
  DecisionDialog,
  forecast,
  ReasonDialog,
  useCaseIssue,
  useCaseView,
  useSeen,
  type DialogProps,
} from '../case/frame.ts';
import { Asked } from './inquiry.tsx';

/** Answers what a task waits for. */
export function GiveInformationDialog({ about: { task: id }, onClose }: DialogProps<'give-information'>) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  return (
    <ReasonDialog
      title={<Trans>Information about {name}</Trans>}
      primary={<Trans>Give information</Trans>}
      consequence={
        <>
          {task && <Asked task={task} />}
          <p>
            <Trans>The task goes on from where the question was asked, with the time that was left.</Trans>
          </p>
        </>
      }
      label={task?.inquiry?.owedBy === 'customer' ? t`What the customer says` : t`Answer`}
      draft={`give-information/${id}`}
      command={(answer) => ({ name: 'give-information', input: { task: id, answer } })}
      onClose={onClose}
    />
  );
}

/** Takes a question back that nobody has answered. */
export function WithdrawInformationDialog({ about: { task: id }, onClose }: DialogProps<'withdraw-information'>) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  const command = { name: 'withdraw-information', input: { task: id } } as const;
  const seen = useSeen(revisionOf(open.content.case, command));
  return (
    <DecisionDialog
      title={<Trans>Withdraw the question about {name}</Trans>}
      primary={<Trans>Withdraw the question</Trans>}
      seen={seen}
      command={command}
      refusal={forecast({ open, now, seen: seen.revision }, command)}
      focusContent
      onDecide={() => issue(command, seen.revision)}
      onDone={onClose}
      onClose={onClose}
    >
      {task && <Asked task={task} />}
      <p>
        <Trans>
          Nobody has to answer it any more. The task goes on from where it was, with the time that was left.
        </Trans>
      </p>
    </DecisionDialog>
  );
}
