import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { mostTasksAtOnce, toApprove } from '../../../shared/domain/task/to-approve.ts';
import { approvalEffect, approvalSum } from '../../words/approval-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { DecisionDialog, forecast, useCaseIssue, useCaseView, useSeenItems, type DialogProps } from '../case/frame.ts';
import { NoInvoiceNote } from './no-invoice-note.tsx';
import classes from './task-dialog.module.css';

/** Approves several tasks at once, each by itself: those that can be are ticked, the others say why not. */
export function TasksApproval({ onClose }: DialogProps<'approve-tasks'>) {
  const view = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const [left, setLeft] = useState<ReadonlySet<TaskId>>(new Set());
  const waiting = toApprove(view.open.content.case).slice(0, mostTasksAtOnce);
  const lines = waiting.map((task) => ({
    task,
    refusal: forecast(view, { name: 'approve-task', input: { task: task.id } }),
  }));
  const chosen = lines.flatMap(({ task: { id }, refusal }) => (refusal || left.has(id) ? [] : [id]));
  const command: CaseCommand = { name: 'approve-tasks', input: { tasks: chosen } };
  const all: CaseCommand = { name: 'approve-tasks', input: { tasks: waiting.map(({ id }) => id) } };
  const seen = useSeenItems(all);
  const tick = (id: TaskId) => setLeft(new Set(left.has(id) ? [...left].filter((each) => each !== id) : [...left, id]));
  return (
    <DecisionDialog
      title={<Trans>Approve several tasks</Trans>}
      primary={<Plural value={chosen.length} one="Approve # task" other="Approve # tasks" />}
      seen={seen}
      refusal={forecast(view, all)}
      missing={chosen.length > 0 ? null : t`Tick at least one task.`}
      focusContent
      onDecide={() => issue(command, seen.revisions)}
      onDone={onClose}
      onClose={onClose}
    >
      <div>
        <strong>{approvalSum(lines.filter(({ refusal }) => refusal === null).length, lines.length)}</strong>.{' '}
        {approvalEffect()}
      </div>
      <ul className={classes.people} aria-label={t`Tasks to approve`}>
        {lines.map(({ task, refusal }) => (
          <li key={task.id}>
            <Line task={task} refusal={refusal} ticked={chosen.includes(task.id)} onTick={() => tick(task.id)} />
          </li>
        ))}
      </ul>
    </DecisionDialog>
  );
}

interface LineProps {
  readonly task: Task;
  readonly refusal: Refusal | null;
  readonly ticked: boolean;
  readonly onTick: () => void;
}

function Line({ task, refusal, ticked, onTick }: LineProps) {
  const { open } = useCaseView();
  const office = open.directory.offices.find(({ id }) => id === task.office)?.name;
  const about = (
    <span className={classes.about}>
      <span className={classes.name}>{taskTypeName(task.type, open.standing.settings)}</span>
      <span className={classes.aside}>
        {' '}
        {[office, ...task.responsibles.map(({ name }) => name)].filter(Boolean).join(' · ')}
      </span>
      {!refusal && <NoInvoiceNote task={task} />}
      {refusal && <p className={classes.aside}>{refusalWords(refusal, open.standing).full}</p>}
    </span>
  );
  if (refusal) {
    return (
      <div className={classes.person} data-held>
        <IconBan size={16} aria-hidden className={classes.held} />
        {about}
      </div>
    );
  }
  return (
    <label className={classes.person} data-chosen={ticked || undefined}>
      <input type="checkbox" checked={ticked} onChange={onTick} />
      {about}
    </label>
  );
}
