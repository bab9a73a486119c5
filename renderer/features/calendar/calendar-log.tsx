import { useSettingsLog } from '../../bindings/use-settings-log.ts';
import { ChangeLog } from '../../ui/change-log.tsx';
import type { CalendarOwner } from './calendar-owners.ts';
import { changeWords } from './change-words.ts';

/** Who changed the calendar, when, and from what to what. */
export function CalendarLog({ owner }: { readonly owner: CalendarOwner }) {
  const { portal } = owner.state;
  const subject = owner.office
    ? ({ kind: 'office', id: owner.office.id } as const)
    : ({ kind: 'portal', id: portal } as const);
  const entries = useSettingsLog(portal, subject, owner.calendar);
  return (
    <ChangeLog
      changes={
        entries &&
        entries
          .filter(({ after }) => 'calendar' in after)
          .map(({ at, by, before, after }) => ({ at, by, lines: changeWords(before['calendar'], after['calendar']) }))
      }
    />
  );
}
