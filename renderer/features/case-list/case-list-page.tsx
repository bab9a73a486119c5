import { notifications } from '@mantine/notifications';
import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseFilter, RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { useCaseListPlace } from '../../bindings/case-list-place.ts';
import { filterOf, searchOf, sortOf, type CaseSearch, type Sort } from '../../bindings/case-search.ts';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useNow } from '../../bindings/use-now.tsx';
import { useLowWindow } from '../../bindings/use-low-window.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { useSettings } from '../../bindings/use-settings.ts';
import type { GridStart } from './case-grid.tsx';
import { CaseListView } from './case-list-view.tsx';
import { toTell, useWithdrawnSeen } from './withdrawn-seen.ts';

/** The page of the case list: its filter and order stand in the address, the insurer in the top bar. */
export function CaseListPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/cases' });
  const navigate = useNavigate();
  const now = useNow();
  const { settings } = useSettings();
  const offline = useOffline(({ phase, rows, portals, outbox, withdrawn, lastView }) => ({
    phase,
    rows,
    portals,
    outbox,
    withdrawn,
    lastView,
  }));
  const { portal: insurer, choose } = useInsurerFilter();
  const { until, dismiss } = useWithdrawnSeen();
  const low = useLowWindow();
  const leave = useCaseListPlace((place) => place.leave);
  const start = useStart(search);

  // An address may name an insurer (a number of the dashboard does); the top bar is where it is chosen from then on.
  const portal = search.portal ?? insurer;
  useEffect(() => {
    if (!search.portal) return;
    choose(search.portal);
    void navigate({ to: '/cases', search: { ...search, portal: undefined }, replace: true });
  }, [search, choose, navigate]);

  const filter = useMemo((): CaseFilter => ({ ...filterOf(search), portal: portal ?? undefined }), [search, portal]);
  const sort = useMemo(() => sortOf(search), [search]);
  const show = (next: CaseFilter, order: Sort, replace = false) => {
    if ((next.portal ?? null) !== insurer) choose(next.portal ?? null);
    void navigate({ to: '/cases', search: searchOf({ ...next, portal: undefined }, order), replace });
  };
  const opening = useRef(false);
  const onOpen = ({ row }: RowFacts) => {
    opening.current = true;
    void navigate({ to: '/cases/$portal/$case', params: { portal: row.portal, case: row.id } });
  };
  return (
    <CaseListView
      offline={{ ...offline, withdrawn: toTell(offline.withdrawn, until, portal) }}
      filter={filter}
      sort={sort}
      now={now}
      rowHeight={settings.density === 'compact' || low ? 34 : 42}
      start={start}
      // What was typed last settles a moment later, and would lead back from the case that is being opened.
      onFilter={(next, typing) => !opening.current && show(next, sort, typing)}
      onSort={(order) => show(filter, order, true)}
      onOpen={onOpen}
      onCopied={(number) =>
        notifications.show({ id: 'copied', message: t`${number} copied`, autoClose: 2000, withCloseButton: false })
      }
      onDismissWithdrawn={() =>
        dismiss(
          offline.withdrawn
            .map(({ at }) => at)
            .toSorted()
            .at(-1) ?? until,
        )
      }
      onLeave={(row, offset) => leave({ row, offset })}
    />
  );
}

/** Where the list was left, if it is the same list; and from now on, where it is. */
function useStart(search: CaseSearch): GridStart {
  const { leave } = useCaseListPlace.getState();
  const [start] = useState((): GridStart => {
    const { search: before, row, offset } = useCaseListPlace.getState();
    const same = JSON.stringify(before) === JSON.stringify(search);
    return same ? { row, offset, focus: true } : { row: null, offset: 0, focus: true };
  });
  useEffect(() => leave({ search }), [search, leave]);
  return start;
}
