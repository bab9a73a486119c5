import { Checkbox, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { weekdayText } from '../../words/figures.ts';
import type { WorkingCalendar, WorkingHours } from '../../../shared/domain/portal/calendar.ts';
import classes from './calendar.module.css';
import { fieldOf, minutesOf } from './day-times.ts';

interface WeekFieldsProps {
  readonly week: WorkingCalendar['week'];
  readonly onChange: (week: WorkingCalendar['week']) => void;
}

const usual: WorkingHours = { from: 8 * 60, to: 16 * 60 };

/** Whether each weekday is open, and from when until when. */
export function WeekFields({ week, onChange }: WeekFieldsProps) {
  const set = (index: number, hours: WorkingHours | null) =>
    onChange(week.map((each, place) => (place === index ? hours : each)));
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>Working hours</Trans>
      </legend>
      {week.map((hours, index) => (
        <Weekday key={weekdayText(index)} name={weekdayText(index)} hours={hours} onChange={(day) => set(index, day)} />
      ))}
    </fieldset>
  );
}

interface WeekdayProps {
  readonly name: string;
  readonly hours: WorkingHours | null;
  readonly onChange: (hours: WorkingHours | null) => void;
}

function Weekday({ name, hours, onChange }: WeekdayProps) {
  const { t } = useLingui();
  return (
    <div className={classes.weekday}>
      <Checkbox
        label={name}
        checked={hours !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? usual : null)}
      />
      {hours ? (
        <>
          <TextInput
            type="time"
            aria-label={t`${name} from`}
            value={fieldOf(hours.from)}
            onChange={(event) =>
              onChange({ ...hours, from: minutesOf(event.currentTarget.value, false) ?? hours.from })
            }
          />
          <span aria-hidden>–</span>
          <TextInput
            type="time"
            aria-label={t`${name} until`}
            value={fieldOf(hours.to)}
            onChange={(event) => onChange({ ...hours, to: minutesOf(event.currentTarget.value, true) ?? hours.to })}
          />
        </>
      ) : (
        <span className={classes.note}>
          <Trans>closed</Trans>
        </span>
      )}
    </div>
  );
}
