import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useOffline } from '../../bindings/use-offline.ts';
import { calendarOwners } from './calendar-owners.ts';
import classes from './calendar.module.css';
import { OwnedCalendar } from './owned-calendar.tsx';

/** Working hours and closed days, of each portal and of the offices one works in or may change. */
export function CalendarPanel() {
  const { t } = useLingui();
  const portals = useOffline((state) => state.portals);
  const [chosen, setChosen] = useState<string | null>(null);
  const owners = calendarOwners(portals);
  const owner = owners.find(({ key }) => key === chosen) ?? owners[0];
  if (!owner) return null;
  return (
    <div className={classes.panel}>
      <Select
        label={t`Calendar of`}
        searchable={owners.length > 8}
        allowDeselect={false}
        value={owner.key}
        onChange={setChosen}
        data={portals.map(({ portal, standing }) => ({
          group: standing.portalName,
          items: owners
            .filter(({ state }) => state.portal === portal)
            .map(({ key, office }) => ({ value: key, label: office?.name ?? t`${standing.portalName}, the portal` })),
        }))}
      />
      <OwnedCalendar key={owner.key} owner={owner} />
    </div>
  );
}
