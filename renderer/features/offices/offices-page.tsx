import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconBuilding, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, Toolbar } from '../../ui/page.tsx';
import { listedOffices, searchOffices, type ListedOffice } from './listed-offices.ts';
import type { CalendarChangeWords } from './office-change-words.ts';
import { OfficeDialog } from './office-dialog.tsx';
import { OfficeList } from './office-list.tsx';
import classes from './offices.module.css';
import { SelectionDialog } from './selection-dialog.tsx';

interface OfficesPageProps {
  /** The dialog in which an office's hours and closed days are changed. */
  readonly calendar: (listed: ListedOffice, onClose: () => void) => ReactNode;
  readonly calendarChange: CalendarChangeWords;
}

/** Company admin → Offices: what each offers, whether it takes new tasks, and where it is (seed, domain.md §1.2). */
export function OfficesPage({ calendar, calendarChange }: OfficesPageProps) {
  const { t, i18n } = useLingui();
  const portals = useOffline((state) => state.portals);
  const only = useInsurerFilter((filter) => filter.portal);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const [open, setOpen] = useState<{ readonly layer: 'form' | 'calendar' | 'selection'; readonly key: string } | null>(
    null,
  );
  const all = useMemo(
    () => listedOffices(only ? portals.filter(({ portal }) => portal === only) : portals, i18n.locale),
    [portals, only, i18n.locale],
  );
  const listed = useMemo(() => searchOffices(all, search), [all, search]);
  const chosen = open && all.find(({ key }) => key === open.key);
  const close = () => setOpen(null);
  return (
    <Page
      title={t`Offices`}
      lead={<Trans>What each office offers and where it is. Changes count for new assignments only.</Trans>}
      ownScroll
      toolbar={
        <Toolbar label={t`Find an office`}>
          <TextInput
            className={classes.search}
            aria-label={t`Search offices`}
            placeholder={t`Office, company or city`}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Toolbar>
      }
    >
      {listed.length === 0 ? (
        <EmptyState icon={IconBuilding} title={<Trans>No office here</Trans>}>
          {all.length > 0 ? (
            <Trans>No office has all of these words. Take some away.</Trans>
          ) : (
            <Trans>Offices come with the network of the portal, which the operator sets up.</Trans>
          )}
        </EmptyState>
      ) : (
        <OfficeList
          listed={listed}
          onEdit={({ key }) => setOpen({ layer: 'form', key })}
          onSelection={({ key }) => setOpen({ layer: 'selection', key })}
          onCalendar={({ key }) => setOpen({ layer: 'calendar', key })}
        />
      )}
      {chosen && open.layer === 'form' && (
        <OfficeDialog key={open.key} listed={chosen} calendarChange={calendarChange} onClose={close} />
      )}
      {chosen && open.layer === 'selection' && <SelectionDialog key={open.key} listed={chosen} onClose={close} />}
      {chosen && open.layer === 'calendar' && calendar(chosen, close)}
    </Page>
  );
}
