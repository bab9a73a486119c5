import { Button, Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { CaseFilter } from '../../../shared/domain/case/list-filter.ts';
import { Toolbar } from '../../ui/page.tsx';
import { byName } from '../../bindings/by-name.ts';
import type { NamedGroup } from './directory-names.ts';
import classes from './filter-bar.module.css';
import { switchWords } from './filter-words.ts';
import { MoreFilters, type MoreFiltersProps } from './more-filters.tsx';
import { SearchField } from './search-field.tsx';

interface FilterBarProps extends Omit<MoreFiltersProps, 'onFilter'> {
  readonly people: readonly NamedGroup[];
  /** Only a marked user can be the External case handler of a case. */
  readonly marked: boolean;
  /** `typing`: one of many changes in a row, no step to come back to. */
  readonly onFilter: (filter: CaseFilter, typing?: boolean) => void;
}

type Switched = keyof typeof switchWords;

/** The filters of the case list: the ones of every day in the open, the others one click away. */
export function FilterBar(props: FilterBarProps) {
  const { filter, people, marked, onFilter } = props;
  const { t } = useLingui();
  const quick: readonly Switched[] = [
    'actionRequired',
    'myTask',
    'withRole',
    ...(marked ? (['assignedToMe'] as const) : []),
  ];
  return (
    <Toolbar label={t`Filters`}>
      <SearchField text={filter.text ?? ''} onText={(text) => onFilter({ ...filter, text }, true)} />
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
        filter={byName}
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

/** Short in the bar where it would be long, by the name that is read there; the whole of it for who hovers. */
function ToggleWords({ part }: { readonly part: Switched }) {
  const { t } = useLingui();
  const whole = switchWords[part]();
  const short = { withRole: t`With External case handler`, assignedToMe: t`Assigned to me` };
  if (part !== 'withRole' && part !== 'assignedToMe') return whole;
  return <span title={whole}>{short[part]}</span>;
}
