import type { RowTask } from '../../../shared/domain/case/list-row.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import { statusWords } from '../../words/status-words.ts';
import { taskKindWords, taskTypeName } from '../../words/task-words.ts';
import classes from './task-chips.module.css';

interface TaskChipsProps {
  readonly tasks: readonly RowTask[];
  readonly settings: PortalSettings;
}

/** A case's tasks as chips, icon and status code; the words on hover and for screen readers. Finished ones come last. */
export function TaskChips({ tasks, settings }: TaskChipsProps) {
  const ordered = tasks.toSorted((one, other) => Number(one.status === 'A') - Number(other.status === 'A'));
  const shown = ordered.slice(0, fitting(ordered));
  const rest = ordered.slice(shown.length);
  return (
    <span className={classes.chips}>
      {shown.map((task) => (
        <TaskChip key={task.id} task={task} settings={settings} />
      ))}
      {rest.length > 0 && (
        <span className={classes.rest} title={rest.map((task) => chipWords(task, settings)).join('\n')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}

/** How many chips a column has room for; the number of the others needs some of it. */
function fitting(tasks: readonly RowTask[]): number {
  const widths = tasks.map(({ status }) => 28 + 7 * status.length);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let room = whole <= 150 ? whole : 128;
  const first = widths.findIndex((width) => (room -= width) < 0);
  return first === -1 ? tasks.length : first;
}

function TaskChip({ task, settings }: { readonly task: RowTask; readonly settings: PortalSettings }) {
  const { tone } = statusWords(task);
  const Sign = taskKindWords(task.kind).icon;
  const words = chipWords(task, settings);
  return (
    <span className={classes.chip} data-tone={tone} title={words}>
      <Sign size={13} stroke={1.8} aria-hidden />
      <span aria-hidden>{task.status}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** `Drying: B, Budget waits`. */
export function chipWords(task: RowTask, settings: PortalSettings): string {
  return `${taskTypeName(task.type, settings)}: ${task.status}, ${statusWords(task).word}`;
}
