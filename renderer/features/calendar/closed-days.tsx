import { Button, Group, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ClosedDay } from '../../../shared/domain/portal/calendar.ts';
import { isWhole, noDay } from './another-day.ts';
import classes from './calendar.module.css';
import { closedDayText } from './day-times.ts';

interface ClosedDaysProps {
  readonly days: readonly ClosedDay[];
  readonly onChange: (days: readonly ClosedDay[]) => void;
  /** What stands in the fields of one more day. */
  readonly typed: ClosedDay;
  readonly onType: (day: ClosedDay) => void;
}

/** The closed days, each with a way to take it out, and one more by date and name. */
export function ClosedDays({ days, onChange, typed, onType }: ClosedDaysProps) {
  const { t } = useLingui();
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>Closed days</Trans>
      </legend>
      {days.length === 0 && (
        <p className={classes.note}>
          <Trans>None yet.</Trans>
        </p>
      )}
      <ul className={classes.days}>
        {days.map((day) => {
          const text = closedDayText(day);
          return (
            <li key={day.date} className={classes.day}>
              <span>{text}</span>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={t`Remove ${text}`}
                onClick={() => onChange(days.filter(({ date }) => date !== day.date))}
              >
                <Trans>Remove</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
      <AnotherDay typed={typed} onType={onType} onAdd={(day) => onChange([...days, day])} />
    </fieldset>
  );
}

interface AnotherDayProps extends Pick<ClosedDaysProps, 'typed' | 'onType'> {
  readonly onAdd: (day: ClosedDay) => void;
}

function AnotherDay({ typed, onType, onAdd }: AnotherDayProps) {
  const { t } = useLingui();
  const { date, name } = typed;
  const whole = isWhole(typed);
  const add = () => {
    if (!whole) return;
    onAdd({ date, name: name.trim() });
    onType(noDay);
  };
  return (
    <Group gap={8} align="flex-end">
      <TextInput
        type="date"
        label={t`Date`}
        value={date}
        onChange={(event) => onType({ date: event.currentTarget.value, name })}
      />
      <TextInput
        label={t`Name of the day`}
        maxLength={100}
        value={name}
        onChange={(event) => onType({ date, name: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" aria-disabled={!whole} onClick={add}>
        <Trans>Add day</Trans>
      </Button>
    </Group>
  );
}
