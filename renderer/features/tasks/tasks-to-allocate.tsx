import { useLingui } from '@lingui/react/macro';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { OfficeEntry } from '../../../shared/domain/office/directory.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { statusWords } from '../../words/status-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { forecast, useCaseView } from '../case/frame.ts';
import classes from './task-dialog.module.css';

interface TasksToAllocateProps {
  readonly tasks: readonly Task[];
  readonly ticked: readonly TaskId[];
  readonly office: OfficeEntry | null;
  readonly onTick: (task: TaskId) => void;
}

/** The tasks that can be given to an office, to be ticked; with what stands in the way of the chosen one. */
export function TasksToAllocate({ tasks, ticked, office, onTick }: TasksToAllocateProps) {
  const { t } = useLingui();
  if (tasks.length < 2) return null;
  return (
    <ul className={classes.people} aria-label={t`Tasks to assign`}>
      {tasks.map((task) => (
        <li key={task.id}>
          <Line task={task} ticked={ticked.includes(task.id)} office={office} onTick={() => onTick(task.id)} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly task: Task;
  readonly ticked: boolean;
  readonly office: OfficeEntry | null;
  readonly onTick: () => void;
}

function Line({ task, ticked, office, onTick }: LineProps) {
  const view = useCaseView();
  const { standing, directory } = view.open;
  const refusal =
    ticked && office ? forecast(view, { name: 'allocate-task', input: { task: task.id, office: office.id } }) : null;
  const has = directory.offices.find(({ id }) => id === task.office)?.name;
  const { code, word } = statusWords(task);
  return (
    <label className={classes.person} data-chosen={ticked || undefined}>
      <input type="checkbox" checked={ticked} onChange={onTick} />
      <span className={classes.about}>
        <span className={classes.name}>{taskTypeName(task.type, standing.settings)}</span>{' '}
        <span className={classes.aside}>{[`${code} ${word}`, has].filter(Boolean).join(' · ')}</span>
        {refusal && <p className={classes.aside}>{refusalWords(refusal, standing).full}</p>}
      </span>
    </label>
  );
}
