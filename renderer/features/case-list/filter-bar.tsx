import { Button, Popover, SegmentedControl, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CaseFilter } from '../../../shared/domain/case/list-filter.ts';
import { taskStatuses } from '../../../shared/domain/task/task-status.ts';
import { Toolbar } from '../../ui/page.tsx';
import { statusCodeWord } from '../../words/status-words.ts';
import type { NamedGroup } from './directory-names.ts';
import classes from './filter-bar.module.css';
import { switchWords } from './filter-words.ts';

interface FilterBarProps {
  readonly filter: CaseFilter;
  readonly people: readonly NamedGroup[];
  readonly offices: readonly NamedGroup[];
  readonly insurers: readonly { readonly value: string; readonly label: string }[];
  /** Only a marked user can be the External case handler of a case. */
  readonly marked: boolean;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** `typing`: one of many changes in a row, no step to come back to. */
  readonly onFilter: (filter: CaseFilter, typing?: boolean) => void;
}

type Switched = keyof typeof switchWords;

/** The filters of the case list: the ones of every day in the open, the others one click away. */
export function FilterBar(props: FilterBarProps) {
  const { filter, people, marked, searchField, onFilter } = props;
  const { t } = useLingui();
  const quick: readonly Switched[] = [
    'actionRequired',
    'myTask',
    'withRole',
    ...(marked ? (['assignedToMe'] as const) : []),
  ];
  return (
    <Toolbar label={t`Filters`}>
      <SearchField
        text={filter.text ?? ''}
        field={searchField}
        onText={(text) => onFilter({ ...filter, text }, true)}
      />
      {quick.map((part) => (
        <FilterToggle key={part} part={part} filter={filter} onFilter={onFilter} />
      ))}
      <Select
        aria-label={t`User`}
        placeholder={t`User`}
        data={people}
        value={filter.user ?? null}
        onChange={(user) => onFilter({ ...filter, user: user ?? undefined })}
        searchable
        clearable
        nothingFoundMessage={t`Nobody of that name`}
        className={classes.user}
      />
      <MoreFilters {...props} />
    </Toolbar>
  );
}

function FilterToggle({ part, filter, onFilter }: Pick<FilterBarProps, 'filter' | 'onFilter'> & { part: Switched }) {
  const on = filter[part] === true;
  return (
    <Button
      variant={on ? 'light' : 'default'}
      aria-pressed={on}
      className={classes.toggle}
      onClick={() => onFilter({ ...filter, [part]: on ? undefined : true })}
    >
      <ToggleWords part={part} />
    </Button>
  );
}

/** Short in the bar where it would be long; the whole of it for who hears or hovers. */
function ToggleWords({ part }: { readonly part: Switched }) {
  const { t } = useLingui();
  const whole = switchWords[part]();
  const short = { withRole: t`With case handler`, assignedToMe: t`Assigned to me` };
  if (part !== 'withRole' && part !== 'assignedToMe') return whole;
  return (
    <>
      <span aria-hidden title={whole}>
        {short[part]}
      </span>
      <span className="visually-hidden">{whole}</span>
    </>
  );
}

function MoreFilters({ filter, offices, insurers, onFilter }: FilterBarProps) {
  const { t } = useLingui();
  const more = [filter.unread, filter.portal, filter.office, filter.status, filter.state];
  const set = more.filter((part) => part !== undefined).length;
  return (
    <Popover position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.8} aria-hidden />}>
          {set > 0 ? t`More filters · ${set}` : t`More filters`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`More filters`}>
        <Stack gap="sm">
          <Switch
            label={switchWords.unread()}
            checked={filter.unread === true}
            onChange={({ currentTarget }) => onFilter({ ...filter, unread: currentTarget.checked || undefined })}
          />
          {insurers.length > 1 && (
            <Select
              label={t`Insurer`}
              placeholder={t`All insurers`}
              data={insurers}
              value={filter.portal ?? null}
              onChange={(portal) => onFilter({ ...filter, portal: portal ?? undefined })}
              clearable
              comboboxProps={inPlace}
            />
          )}
          <Select
            label={t`Office`}
            placeholder={t`All offices`}
            data={offices}
            value={filter.office ?? null}
            onChange={(office) => onFilter({ ...filter, office: office ?? undefined })}
            searchable
            clearable
            comboboxProps={inPlace}
          />
          <Select
            label={t`A task with status`}
            placeholder={t`All statuses`}
            data={taskStatuses.map((status) => ({ value: status, label: statusCodeWord(status) }))}
            value={filter.status ?? null}
            onChange={(status) => onFilter({ ...filter, status: status ?? undefined })}
            clearable
            comboboxProps={inPlace}
          />
          <SegmentedControl
            aria-label={t`Open or closed`}
            fullWidth
            data={[
              { value: 'all', label: t`All` },
              { value: 'open', label: t`Open` },
              { value: 'closed', label: t`Closed` },
            ]}
            value={filter.state ?? 'all'}
            onChange={(state) => onFilter({ ...filter, state: state === 'all' ? undefined : state })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

// A list that opens outside the popover counts as a click outside it.
const inPlace = { withinPortal: false };

interface SearchFieldProps {
  readonly text: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onText: (text: string | undefined) => void;
}

/** Free text: what is typed shows at once, the list follows when the typing rests for a moment. */
function SearchField({ text, field, onText }: SearchFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(text);
  const [from, setFrom] = useState(text);
  const latest = useRef(onText);
  // The filter was changed elsewhere: a chip taken off, Back.
  if (from !== text) {
    setFrom(text);
    if (typed.trim() !== text.trim()) setTyped(text);
  }
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    if (typed.trim() === text.trim()) return;
    const timer = setTimeout(() => latest.current(typed.trim() || undefined), 120);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={t`Find in cases`}
      aria-keyshortcuts="/"
      placeholder={t`Number, place, cause, handler…`}
      leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation();
          setTyped('');
        }
      }}
      className={classes.search}
    />
  );
}
