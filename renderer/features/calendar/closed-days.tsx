import { Button, Group, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ClosedDay } from '../../../shared/domain/portal/calendar.ts';
import classes from './calendar.module.css';
import { closedDayText } from './day-times.ts';

interface ClosedDaysProps {
  readonly days: readonly ClosedDay[];
  readonly onChange: (days: readonly ClosedDay[]) => void;
}

/** The closed days, each with a way to take it out, and one more by date and name. */
export function ClosedDays({ days, onChange }: ClosedDaysProps) {
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
      <AnotherDay onAdd={(day) => onChange([...days, day])} />
    </fieldset>
  );
}

function AnotherDay({ onAdd }: { readonly onAdd: (day: ClosedDay) => void }) {
  const { t } = useLingui();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const whole = date !== '' && name.trim() !== '';
  const add = () => {
    if (!whole) return;
    onAdd({ date, name: name.trim() });
    setDate('');
    setName('');
  };
  return (
    <Group gap={8} align="flex-end">
      <TextInput type="date" label={t`Date`} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      <TextInput
        label={t`Name of the day`}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          const saves = (event.ctrlKey || event.metaKey) && !whole;
          if (event.key !== 'Enter' || saves) return;
          // The day that stands here comes first: saving now would leave it out.
          event.preventDefault();
          event.stopPropagation();
          add();
        }}
      />
      <Button variant="default" aria-disabled={!whole} onClick={add}>
        <Trans>Add day</Trans>
      </Button>
    </Group>
  );
}
