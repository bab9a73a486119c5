import { Trans } from '@lingui/react/macro';
import { listText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { NoInvoiceNote } from './no-invoice-note.tsx';
import { DecisionDialog, forecast, useCaseIssue, useCaseView, useSeen, type DialogProps } from '../case/frame.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';

/** Asks before a task is approved, because invoicing ends with it. */
export function TaskApproval({ about: { task: id }, onClose }: DialogProps<'approve-task'>) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const command: CaseCommand = { name: 'approve-task', input: { task: id } };
  const seen = useSeen(revisionOf(open.content.case, command));
  const task = open.content.case.tasks.find((each) => each.id === id);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  const office = open.directory.offices.find((each) => each.id === task?.office)?.name ?? '';
  const people = listText(task?.responsibles.map((each) => each.name) ?? []);
  return (
    <DecisionDialog
      title={<Trans>Approve {name}</Trans>}
      primary={<Trans>Approve {name}</Trans>}
      seen={seen}
      command={command}
      refusal={forecast({ open, now }, command)}
      width={480}
      focusContent
      onDecide={() => issue(command, seen.revision)}
      onDone={onClose}
      onClose={onClose}
    >
      <div>
        {people ? (
          <Trans>
            {people} of {office} marked it as done.
          </Trans>
        ) : (
          <Trans>{office} marked it as done.</Trans>
        )}{' '}
        <Trans>Approved, it is finished: nothing more can be documented or invoiced for it.</Trans>
      </div>
      {task && <NoInvoiceNote task={task} />}
    </DecisionDialog>
  );
}
