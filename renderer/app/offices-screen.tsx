import { changeWords } from '../features/calendar/change-words.ts';
import { OfficeCalendar } from '../features/calendar/office-calendar.tsx';
import { OfficesPage } from '../features/offices/offices-page.tsx';

/** The offices, with the calendars that are set in the settings as well. */
export function OfficesScreen() {
  return (
    <OfficesPage
      calendarChange={changeWords}
      calendar={({ state, office }, onClose) => (
        <OfficeCalendar portal={state.portal} office={office.id} onClose={onClose} />
      )}
    />
  );
}
