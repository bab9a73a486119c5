import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Task } from '../../../shared/domain/task/task.ts';
import { zoneHere } from '../../ui/date-format.ts';
import { momentText, portalTimesText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import { momentOf, readLocal, type LocalTime } from './local-time.ts';
import classes from './task-dialog.module.css';

/** Start and end as typed, in the zone of this computer; empty where nothing was entered. */
export interface Times {
  readonly start: string;
  readonly end: string;
}

interface TimeFieldsProps {
  readonly times: Times;
  readonly onChange: (times: Partial<Times>) => void;
  readonly onBlur: () => void;
  /** What was set before. */
  readonly task: Task | undefined;
  readonly required: boolean;
  readonly focus?: boolean;
}

/** Start and end of the work. */
export function TimeFields({ task, times, onChange, onBlur, required, focus = false }: TimeFieldsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const zone = open.standing.settings.timeZone;
  const { start, end } = readTimes(times, task, zoneHere());
  const [from, to] = [momentOf(start), momentOf(end)];
  const there = from && to && portalTimesText(from, to, zone);
  return (
    <div className={classes.times}>
      <TextInput
        type="datetime-local"
        label={t`Start`}
        required={required}
        data-autofocus={focus || undefined}
        value={times.start}
        {...useNotes(start)}
        onChange={(event) => onChange({ start: event.currentTarget.value })}
        onBlur={onBlur}
      />
      <TextInput
        type="datetime-local"
        label={t`End`}
        required={required}
        value={times.end}
        {...useNotes(end)}
        min={times.start || undefined}
        onChange={(event) => onChange({ end: event.currentTarget.value })}
        onBlur={onBlur}
      />
      <TimeNow task={task} />
      {there && <p className={classes.zone}>{there}</p>}
    </div>
  );
}

/** Start and end as they are meant. */
export function readTimes({ start, end }: Times, task: Task | undefined, zone: string) {
  return {
    start: readLocal(start, zone, task?.plannedStart ?? null),
    end: readLocal(end, zone, task?.plannedEnd ?? null),
  };
}

/** Why nothing can be set by these times yet; null where it can. */
export function useMissingTime(start: LocalTime, end: LocalTime): string | null {
  const { t } = useLingui();
  if (start.kind === 'skipped' || end.kind === 'skipped') return t`Change the time that does not exist.`;
  return momentOf(start) && momentOf(end) ? null : t`Enter when the work starts and when it ends.`;
}

/** What is said at a field on the nights on which the clocks are changed. */
function useNotes(time: LocalTime): { readonly error?: string; readonly description?: string } {
  const { t } = useLingui();
  if (time.kind === 'skipped') return { error: t`There is no such time: the clocks go forward over it.` };
  if (time.kind !== 'twice') return {};
  return {
    description: time.later
      ? t`There are two such times, as the clocks go back. The second one is meant.`
      : t`There are two such times, as the clocks go back. The first one is meant.`,
  };
}

/** The time as it is set, beside what is typed: somebody else may have set it meanwhile. */
function TimeNow({ task }: Pick<TimeFieldsProps, 'task'>) {
  if (!task?.plannedStart || !task.plannedEnd) return null;
  const start = momentText(task.plannedStart);
  const end = momentText(task.plannedEnd);
  return (
    <p className={classes.zone}>
      <Trans>
        Set now: {start} to {end}.
      </Trans>
    </p>
  );
}
