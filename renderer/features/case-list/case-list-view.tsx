import { ActionIcon, Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChecks, IconLayoutSidebarRight, IconTableExport } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { CaseFilter, RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import { usualSort, type Sort, type SortColumn } from '../../bindings/case-search.ts';
import type { OfflineState } from '../../offline/offline-desk.ts';
import { Page } from '../../ui/page.tsx';
import { ShowApproved } from './approve/approve-results.tsx';
import { ShowResults } from './assign/assign-results.tsx';
import { CaseGrid, type GridStart } from './case-grid.tsx';
import classes from './case-list-view.module.css';
import { nameIn, officesByCompany, peopleByCompany } from './directory-names.ts';
import { FilterBar } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import { closedLeftOut, listed } from './filter-parts.ts';
import type { FilterNames } from './filter-words.ts';
import { ManyCases } from './many-cases.tsx';
import { NoCases, NothingListed } from './nothing-listed.tsx';
import { PeekPanel } from './peek-panel.tsx';
import { useKeepOrder } from './use-keep-order.ts';
import { useListActs } from './use-list-acts.ts';
import { useManyCases } from './use-many-cases.ts';
import { useKeepView } from './use-keep-view.ts';
import { rowKey, waitingByRow } from './row-key.ts';
import { sortRows, startsDescending } from './sort-rows.ts';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

interface CaseListViewProps {
  readonly offline: Pick<OfflineState, 'phase' | 'rows' | 'portals' | 'outbox' | 'withdrawn' | 'lastView'>;
  readonly filter: CaseFilter;
  readonly sort: Sort;
  readonly now: Moment;
  readonly rowHeight: number;
  readonly start: GridStart;
  /** `typing`: no step that Back returns to. */
  readonly onFilter: (filter: CaseFilter, typing?: boolean) => void;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (facts: RowFacts) => void;
  readonly onCopied: (number: string) => void;
  readonly onDismissWithdrawn: () => void;
  readonly onLeave: (row: string | null, offset: number) => void;
}

/** Rows that come back after there were none are another list, and the focus is with whoever filters. */
const afterNothing: GridStart = { row: null, offset: 0, focus: false };

/** The case list: filters, what they leave, and a look at one case beside it. */
export function CaseListView(props: CaseListViewProps) {
  const { offline, filter, sort, now, onFilter } = props;
  const { t, i18n } = useLingui();
  // Painted before the index is read, as long as this list is the one that was left.
  const before = offline.lastView?.list === listName(filter, sort) ? offline.lastView : null;
  const { rows, portals } = before ?? offline;
  const [peeked, setPeeked] = useState<string | null>(null);
  const current = useRef<RowFacts | null>(null);
  const columns = useRef<readonly SortColumn[]>([]);

  // Painting the letters that are typed comes before painting the list.
  const wanted = useDeferredValue(filter);
  const sorted = useMemo(() => sortRows(rows, sort, i18n.locale), [rows, sort, i18n.locale]);
  const shown = useMemo(() => listed(sorted, wanted), [sorted, wanted]);
  const closed = useMemo(() => closedLeftOut(rows, wanted), [rows, wanted]);
  const [emptied, setEmptied] = useState(false);
  if (shown.length === 0 && !emptied) setEmptied(true);
  const waiting = useMemo(() => waitingByRow(offline.outbox), [offline.outbox]);
  const people = useMemo(() => peopleByCompany(portals, i18n.locale), [portals, i18n.locale]);
  const offices = useMemo(() => officesByCompany(portals, i18n.locale), [portals, i18n.locale]);
  const insurers = portals.map(({ standing }) => ({ value: standing.portal, label: standing.portalName }));
  const names: FilterNames = {
    user: (id) => nameIn(people, id),
    office: (id) => nameIn(offices, id),
    portal: (id) => insurers.find((each) => each.value === id)?.label ?? id,
  };
  const ready = offline.phase === 'ready' ? shown : null;
  useKeepView(listName(wanted, sort), ready, rows.length);
  useKeepOrder(ready, wanted);
  const many = useManyCases(shown, ready !== null);
  const exportList = () => many.setExporting(columns.current);
  useListActs(many, shown.length > 0 ? exportList : null);
  const looked = peeked === null ? null : (shown.find((facts) => rowKey(facts) === peeked) ?? null);
  const onSort = (column: SortColumn) => props.onSort(sortAfter(sort, column));
  const peek = (facts: RowFacts | null) => setPeeked(facts && rowKey(facts));
  return (
    <Page
      title={t`Cases`}
      ownScroll
      actions={
        <>
          <ShowResults />
          <ShowApproved />
          {filter.action?.kind === 'approve-tasks' && many.approveAll && (
            <Button leftSection={<IconChecks size={16} aria-hidden />} onClick={many.approveAll}>
              <Trans>Approve the tasks…</Trans>
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconTableExport size={16} aria-hidden />}
            disabled={shown.length === 0}
            onClick={exportList}
          >
            <Trans>Export…</Trans>
          </Button>
          <ActionIcon
            aria-label={t`Look at the case beside the list`}
            title={t`Look at the case beside the list (Space)`}
            aria-pressed={looked !== null}
            disabled={shown.length === 0}
            onClick={() => peek(looked ? null : current.current)}
            className={classes.peek}
          >
            <IconLayoutSidebarRight size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </>
      }
      toolbar={
        <>
          <FilterBar
            filter={filter}
            people={people}
            offices={offices}
            insurers={insurers}
            marked={portals.some(({ standing }) => standing.marked && standing.active)}
            onFilter={onFilter}
          />
          <FilterChips
            filter={filter}
            names={names}
            shown={before?.shown ?? shown.length}
            all={before?.all ?? rows.length}
            closed={closed}
            onFilter={onFilter}
          />
          <WithdrawnNotice withdrawn={offline.withdrawn} onDismiss={props.onDismissWithdrawn} />
        </>
      }
    >
      <div className={classes.area}>
        {shown.length > 0 ? (
          <CaseGrid
            rows={shown}
            sort={sort}
            now={now}
            waiting={waiting}
            severalInsurers={portals.length > 1 && !filter.portal}
            rowHeight={props.rowHeight}
            peeked={looked && rowKey(looked)}
            start={emptied ? afterNothing : props.start}
            list={listName(wanted, sort)}
            onSort={onSort}
            onOpen={props.onOpen}
            onPeek={peek}
            onAssign={many.assign}
            onCurrent={(facts, room) => {
              current.current = facts;
              columns.current = room;
            }}
            onCopied={props.onCopied}
            onLeave={props.onLeave}
          />
        ) : (
          <div className={classes.nothing}>
            {offline.phase === 'opening' ? null : rows.length === 0 ? (
              <NoCases standings={portals.map(({ standing }) => standing)} />
            ) : (
              <NothingListed rows={rows} filter={wanted} names={names} onFilter={onFilter} />
            )}
          </div>
        )}
        {looked && (
          <PeekPanel
            facts={looked}
            now={now}
            waiting={waiting.get(rowKey(looked)) ?? 0}
            onClose={() => setPeeked(null)}
          />
        )}
      </div>
      <ManyCases many={many} shown={shown} portals={portals} now={now} />
    </Page>
  );
}

function listName(filter: CaseFilter, sort: Sort): string {
  return JSON.stringify([filter, sort]);
}

/** The same column turns round; another one begins in its own direction. */
function sortAfter(sort: Sort, column: SortColumn): Sort {
  if (sort.column !== column) return { column, descending: startsDescending(column) };
  return sort.descending === startsDescending(column) ? { column, descending: !sort.descending } : usualSort;
}
