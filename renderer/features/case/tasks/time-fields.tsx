import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCaseView } from '../case-view.ts';
import classes from './task-dialog.module.css';

/** Start and end as typed, in the portal's zone; empty where nothing was entered. */
export interface Times {
  readonly start: string;
  readonly end: string;
}

interface TimeFieldsProps {
  readonly times: Times;
  readonly onChange: (times: Partial<Times>) => void;
  readonly onBlur: () => void;
  readonly required: boolean;
  readonly focus?: boolean;
}

/** Start and end of the work. */
export function TimeFields({ times, onChange, onBlur, required, focus = false }: TimeFieldsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const zone = open.standing.settings.timeZone;
  const elsewhere = zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className={classes.times}>
      <TextInput
        type="datetime-local"
        label={t`Start`}
        required={required}
        data-autofocus={focus || undefined}
        value={times.start}
        onChange={(event) => onChange({ start: event.currentTarget.value })}
        onBlur={onBlur}
      />
      <TextInput
        type="datetime-local"
        label={t`End`}
        required={required}
        value={times.end}
        min={times.start || undefined}
        onChange={(event) => onChange({ end: event.currentTarget.value })}
        onBlur={onBlur}
      />
      {elsewhere && (
        <p className={classes.zone}>
          <Trans>Times are in the portal's zone, {zone}.</Trans>
        </p>
      )}
    </div>
  );
}
