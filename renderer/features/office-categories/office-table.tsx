import { Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconBuilding, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { OfficeCategories } from '../../../shared/domain/category/category.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import {
  categorisedLines,
  passingLines,
  withoutCategory,
  type CategorisedLine,
  type LineFilter,
} from './listed-categories.ts';
import { OfficeDialog } from './office-dialog.tsx';
import { OfficeRow } from './office-row.tsx';
import classes from './office-categories.module.css';

interface OfficeTableProps {
  readonly state: PortalState;
  readonly categories: OfficeCategories;
}

/** Every partner's office with its categories; only those in sight are on the page. */
export function OfficeTable({ state, categories }: OfficeTableProps) {
  const { i18n } = useLingui();
  const [filter, setFilter] = useState<LineFilter>({ words: '', category: null });
  const [edited, setEdited] = useState<string | null>(null);
  const wanted = useDeferredValue(filter);
  const lines = useMemo(() => categorisedLines(state, categories, i18n.locale), [state, categories, i18n.locale]);
  const listed = useMemo(() => passingLines(lines, wanted), [lines, wanted]);
  const chosen = lines.find(({ office }) => office.id === edited);
  return (
    <div className={classes.table}>
      <Filters categories={categories} filter={filter} onFilter={setFilter} count={listed.length} />
      {listed.length === 0 ? (
        <EmptyState icon={IconBuilding} title={<Trans>No office here</Trans>}>
          {lines.length > 0 ? (
            <Trans>No office passes the search and the category. Take some of it away.</Trans>
          ) : (
            <Trans>Offices come with the network of the portal, which the operator sets up.</Trans>
          )}
        </EmptyState>
      ) : (
        <Rows state={state} listed={listed} onEdit={setEdited} />
      )}
      {chosen && (
        <OfficeDialog
          key={edited}
          state={state}
          categories={categories}
          line={chosen}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

interface FiltersProps {
  readonly categories: OfficeCategories;
  readonly filter: LineFilter;
  readonly onFilter: (filter: LineFilter) => void;
  readonly count: number;
}

const all = ' all';

function Filters({ categories, filter, onFilter, count }: FiltersProps) {
  const { t } = useLingui();
  return (
    <div className={classes.filters} role="group" aria-label={t`Find an office`}>
      <TextInput
        className={classes.search}
        aria-label={t`Search offices`}
        placeholder={t`Office, company or city`}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.words}
        onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
      />
      <Select
        aria-label={t`Category`}
        allowDeselect={false}
        value={filter.category ?? all}
        onChange={(value) => onFilter({ ...filter, category: value === all ? null : value })}
        data={[
          { value: all, label: t`All categories` },
          ...categories.defined.categories.map(({ code, label, rank }) => ({
            value: code,
            label: t`${rank}. ${label}`,
          })),
          { value: withoutCategory, label: t`No category` },
        ]}
      />
      <span role="status" className={classes.used}>
        <Plural value={count} one="# office" other="# offices" />
      </span>
    </div>
  );
}

interface RowsProps {
  readonly state: PortalState;
  readonly listed: readonly CategorisedLine[];
  readonly onEdit: (office: string) => void;
}

function Rows({ state, listed, onEdit }: RowsProps) {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 700px)');
  const rowHeight = narrow ? 92 : 56;
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here, and the rows read it at each paint
  const virtual = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => listed[index]?.office.id ?? index,
    overscan: 6,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.offices} aria-label={t`Offices`} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const line = listed[index];
          return (
            line && (
              <li
                key={key}
                className={classes.office}
                aria-setsize={listed.length}
                aria-posinset={index + 1}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <OfficeRow state={state} line={line} onEdit={() => onEdit(line.office.id)} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
