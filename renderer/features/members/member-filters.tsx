import { Button, Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { PortalState } from '../../offline/offline-desk.ts';
import { Toolbar } from '../../ui/page.tsx';
import { memberLines, type MemberFilter } from './member-lines.ts';
import classes from './members.module.css';

interface MemberFiltersProps {
  readonly portals: readonly PortalState[];
  readonly filter: MemberFilter;
  readonly onFilter: (filter: MemberFilter) => void;
}

/** Free text, one company, and only who is marked for the role. */
export function MemberFilters({ portals, filter, onFilter }: MemberFiltersProps) {
  const { t } = useLingui();
  const companies = useCompanies(portals);
  return (
    <Toolbar label={t`Filters`}>
      <TextInput
        type="search"
        data-quick-filter
        aria-label={t`Find members`}
        aria-keyshortcuts="/"
        placeholder={t`Name, e-mail, company, office…`}
        leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && filter.text !== '') {
            event.stopPropagation();
            onFilter({ ...filter, text: '' });
          } else if (event.key === 'ArrowDown' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            document.querySelector<HTMLElement>('[role="grid"] button[tabindex="0"]')?.focus();
          }
        }}
        className={classes.search}
      />
      {companies.length > 1 && (
        <Select
          aria-label={t`Company`}
          placeholder={t`Company`}
          data={companies}
          value={filter.company}
          onChange={(company) => onFilter({ ...filter, company })}
          searchable
          clearable
          limit={100}
          nothingFoundMessage={t`No company of that name`}
          className={classes.company}
        />
      )}
      <Button
        variant={filter.marked ? 'light' : 'default'}
        aria-pressed={filter.marked}
        onClick={() => onFilter({ ...filter, marked: !filter.marked })}
      >
        {t`Marked only`}
      </Button>
    </Toolbar>
  );
}

/** The companies of those who are listed, by name. */
function useCompanies(portals: readonly PortalState[]) {
  return useMemo(() => {
    const names = new Map(
      portals.flatMap(({ directory }) =>
        memberLines(directory).map(({ member, company }) => [member.company, company] as const),
      ),
    );
    const { compare } = new Intl.Collator();
    return [...names]
      .map(([value, label]) => ({ value, label }))
      .toSorted((one, other) => compare(one.label, other.label));
  }, [portals]);
}
