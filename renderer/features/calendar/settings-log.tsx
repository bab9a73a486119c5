import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useWorkplace } from '../../bindings/contexts.ts';
import { createPortalClient } from '../../portal/portal-client.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { Working } from '../../ui/working.tsx';
import { answered } from './answered.ts';
import type { CalendarOwner } from './calendar-owners.ts';
import classes from './calendar.module.css';
import { changeWords } from './change-words.ts';

/** Who changed the calendar, when, and from what to what: read from the portal each time. */
export function SettingsLog({ owner }: { readonly owner: CalendarOwner }) {
  const { session } = useWorkplace();
  const { portal } = owner.state;
  const log = useQuery({
    queryKey: ['settings log', session.account, portal, owner.calendar],
    queryFn: async () => answered(await createPortalClient({ account: session.account }).settingsLog(portal)),
    retry: false,
    gcTime: 0,
  });
  if (log.isLoading)
    return (
      <Working>
        <Trans>Reading the log…</Trans>
      </Working>
    );
  if (!log.data)
    return (
      <p className={classes.objection} role="alert">
        <Trans>The portal cannot be asked now.</Trans>
      </p>
    );
  const own = log.data.filter(({ office, after }) => office === (owner.office?.id ?? null) && 'calendar' in after);
  if (own.length === 0)
    return (
      <p className={classes.note}>
        <Trans>Nobody has changed it yet.</Trans>
      </p>
    );
  return (
    <ol className={classes.log}>
      {own.map(({ at, by, before, after }) => (
        <li key={at}>
          <MomentText moment={at} /> · {by}
          <ul>
            {changeWords(before['calendar'], after['calendar']).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
