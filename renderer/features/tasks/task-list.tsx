import { Trans, useLingui } from '@lingui/react/macro';
import { IconBuildingCommunity, IconChecks, IconListDetails } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { ActionButton, nextSteps, useCaseView, type NextStep } from '../case/frame.ts';
import classes from './task-list.module.css';
import { TaskRow } from './task-row.tsx';
import { toApprove } from '../../../shared/domain/task/to-approve.ts';
import { unallocated } from './to-allocate.ts';

/** The tasks of the case: what is open first, finished ones folded away. One is unfolded at a time. */
export function TaskList() {
  const view = useCaseView();
  const { t } = useLingui();
  const { tasks, hidden } = view.open.content.case;
  const mine = useMemo(() => firstMine(nextSteps(view)), [view]);
  // The task that waits for the viewer is unfolded, and stays so while its next steps are taken.
  const [chosen, setChosen] = useState<TaskId | null | undefined>(mine);
  const unfolded = chosen === undefined ? (mine ?? null) : chosen;
  const [running, finished] = [
    tasks.filter((task) => task.status !== 'A'),
    tasks.filter((task) => task.status === 'A'),
  ];
  const rowOf = (task: Task) => (
    <TaskRow
      key={task.id}
      task={task}
      unfolded={task.id === unfolded}
      onToggle={() => setChosen(task.id === unfolded ? null : task.id)}
    />
  );
  return (
    <section className={classes.tasks} aria-label={t`Tasks`}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <Trans>Tasks</Trans>
        </h2>
        {tasks.length > 0 && <span className={classes.count}>{t`${running.length} open of ${tasks.length}`}</span>}
      </div>
      <div className={classes.together}>
        <AllocateTasks />
        <ApproveTasks />
        <AddOrRemove />
      </div>
      {tasks.length === 0 && (
        <p className={classes.none}>
          {hidden.includes('tasks') ? (
            <Trans>The tasks are shown to whoever has the role or a task here.</Trans>
          ) : (
            <Trans>This case has no tasks yet.</Trans>
          )}
        </p>
      )}
      <ul className={classes.list}>{running.map(rowOf)}</ul>
      {finished.length > 0 && (
        <details className={classes.finished} open={running.length === 0}>
          <summary>
            <Trans>Finished</Trans> <span className={classes.count}>{finished.length}</span>
          </summary>
          <ul className={classes.list}>{finished.map(rowOf)}</ul>
        </details>
      )}
    </section>
  );
}

function firstMine(steps: readonly NextStep[]): TaskId | undefined {
  return steps.find(({ action }) => action.kind !== 'ongoing')?.tasks[0];
}

/** Where several tasks wait for an office, they can be given to one together. */
function AllocateTasks() {
  const { open } = useCaseView();
  const tasks = unallocated(open.content.case).map(({ id }) => id);
  if (tasks.length < 2) return null;
  return (
    <ActionButton
      command={{ name: 'allocate-tasks', input: { tasks, office: '' } }}
      dialog={{ kind: 'assign-partner', tasks }}
      icon={<IconBuildingCommunity size={16} aria-hidden />}
    >
      <Trans>Assign several…</Trans>
    </ActionButton>
  );
}

/** Where several tasks wait for their approval, all of them can be looked at together. */
function ApproveTasks() {
  const { open } = useCaseView();
  const tasks = toApprove(open.content.case);
  if (tasks.length < 2) return null;
  return (
    <ActionButton
      command={{ name: 'approve-tasks', input: { tasks: tasks.map(({ id }) => id) } }}
      dialog={{ kind: 'approve-tasks' }}
      icon={<IconChecks size={16} aria-hidden />}
    >
      <Trans>Approve several…</Trans>
    </ActionButton>
  );
}

/** Whoever sees no task here has none to add beside. */
function AddOrRemove() {
  const { open } = useCaseView();
  const { content, standing } = open;
  const type = standing.settings.taskTypes[0];
  if (!type || content.case.hidden.includes('tasks')) return null;
  return (
    <ActionButton
      command={{ name: 'add-tasks', input: { added: [{ id: 'new', type: type.code, extra: true }] } }}
      dialog={{ kind: 'add-or-remove' }}
      icon={<IconListDetails size={16} aria-hidden />}
    >
      <Trans>Add or remove tasks…</Trans>
    </ActionButton>
  );
}
