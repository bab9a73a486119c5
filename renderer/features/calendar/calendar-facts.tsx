import { Trans } from '@lingui/react/macro';
import type { CalendarOwner } from './calendar-owners.ts';
import classes from './calendar.module.css';
import { closedDayText, hoursText, weekLines } from './day-times.ts';

/** A calendar in words: the week, then the closed days that are still to come. */
export function CalendarFacts({ owner, today }: { readonly owner: CalendarOwner; readonly today: string }) {
  const { calendar, own } = owner;
  const { portalName, settings } = owner.state.standing;
  const coming = calendar.closedDays.filter(({ date }) => date >= today);
  return (
    <>
      {!own && (
        <p className={classes.note}>
          <Trans>This office keeps the calendar of {portalName}.</Trans>
        </p>
      )}
      <dl className={classes.facts}>
        {weekLines(calendar).map(({ days, hours }) => (
          <div key={days}>
            <dt>{days}</dt>
            <dd>{hours ? hoursText(hours) : <Trans>closed</Trans>}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Trans>Closed days to come</Trans>
          </dt>
          <dd>
            {coming.length === 0 ? (
              <Trans>none</Trans>
            ) : (
              <ul className={classes.days}>
                {coming.map((day) => (
                  <li key={day.date}>{closedDayText(day)}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
      <p className={classes.note}>
        <Trans>
          New targets count over these hours, in the zone {settings.timeZone}. Targets that run already stay.
        </Trans>
      </p>
    </>
  );
}
