import { Button, Stack } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconFilterOff, IconFolderOpen } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { CaseFilter, RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { noCasesWords } from '../../words/no-cases-words.ts';
import { closedLeftOut, listed, waysOut, without } from './filter-parts.ts';
import { filterWords, type FilterNames } from './filter-words.ts';

interface NothingListedProps {
  readonly rows: readonly RowFacts[];
  readonly filter: CaseFilter;
  readonly names: FilterNames;
  readonly onFilter: (filter: CaseFilter) => void;
}

/** No case passes: says which filter stands in the way and how many cases there are without it, one click each. */
export function NothingListed({ rows, filter, names, onFilter }: NothingListedProps) {
  const { t } = useLingui();
  const ways = useMemo(() => waysOut(rows, filter), [rows, filter]);
  const closed = useMemo(() => closedLeftOut(rows, filter), [rows, filter]);
  return (
    <EmptyState icon={IconFilterOff} title={t`No case passes these filters`}>
      {ways.length > 0 ? t`There would be cases without one of them:` : t`No single one of them stands in the way.`}
      <Stack gap={6} mt="sm" align="center">
        {ways.slice(0, 4).map(({ part, cases }) => {
          const words = filterWords(part, filter, names);
          return (
            <Button key={part} variant="default" onClick={() => onFilter(without(filter, part))}>
              <Trans>
                Remove {words}: <Plural value={cases} one="# case" other="# cases" />
              </Trans>
            </Button>
          );
        })}
        {closed > 0 && (
          <Button variant="default" onClick={() => onFilter({ ...filter, state: 'all' })}>
            <Plural value={closed} one="Show # closed case" other="Show # closed cases" />
          </Button>
        )}
        <Button variant="subtle" onClick={() => onFilter({})}>
          <Trans>
            Reset all: <Plural value={listed(rows, {}).length} one="# case" other="# cases" />
          </Trans>
        </Button>
      </Stack>
    </EmptyState>
  );
}

/** No case at all: nothing was filtered away. */
export function NoCases({ standings }: { readonly standings: readonly Standing[] }) {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconFolderOpen} title={t`No cases yet`}>
      {noCasesWords(standings)}
    </EmptyState>
  );
}
