import { useSettingsLog } from '../../bindings/use-settings-log.ts';
import { ChangeLog } from '../../ui/change-log.tsx';
import type { ListedOffice } from './listed-offices.ts';
import { loggedWords, type CalendarChangeWords } from './office-change-words.ts';

interface OfficeLogProps {
  readonly listed: ListedOffice;
  readonly calendarChange: CalendarChangeWords;
}

/** Who set what of an office, and when. */
export function OfficeLog({ listed: { office, state }, calendarChange }: OfficeLogProps) {
  const { portal, standing } = state;
  const entries = useSettingsLog(portal, { kind: 'office', id: office.id }, office);
  return (
    <ChangeLog
      changes={
        entries &&
        entries.map((entry) => ({
          at: entry.at,
          by: entry.by,
          lines: loggedWords(entry, standing.settings, calendarChange),
        }))
      }
    />
  );
}
