import { Button, Popover, SegmentedControl, Select, Stack, Switch } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { CaseFilter } from '../../../shared/domain/case/list-filter.ts';
import { taskStatuses } from '../../../shared/domain/task/task-status.ts';
import { statusCodeWord } from '../../words/status-words.ts';
import { byName } from '../../bindings/by-name.ts';
import type { NamedGroup } from './directory-names.ts';
import classes from './filter-bar.module.css';
import { switchWords } from './filter-words.ts';

export interface MoreFiltersProps {
  readonly filter: CaseFilter;
  readonly offices: readonly NamedGroup[];
  readonly insurers: readonly { readonly value: string; readonly label: string }[];
  readonly onFilter: (filter: CaseFilter) => void;
}

/** The filters that are not of every day. */
export function MoreFilters({ filter, offices, insurers, onFilter }: MoreFiltersProps) {
  const { t } = useLingui();
  const more = [filter.unread, filter.portal, filter.office, filter.status, filter.state];
  const set = more.filter((part) => part !== undefined).length;
  return (
    <Popover position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          className={classes.more}
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.8} aria-hidden />}
        >
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
            filter={byName}
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
              { value: 'open', label: t`Open` },
              { value: 'closed', label: t`Closed` },
              { value: 'all', label: t`Both` },
            ]}
            value={filter.state ?? 'open'}
            onChange={(state) => onFilter({ ...filter, state: state === 'open' ? undefined : state })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

// A list that opens outside the popover counts as a click outside it.
const inPlace = { withinPortal: false };
