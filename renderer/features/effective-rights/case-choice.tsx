import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { hasWords, searchText } from '../../../shared/domain/case/list-filter.ts';
import type { CaseRow } from '../../../shared/domain/case/list-row.ts';
import { useRows } from '../../bindings/use-offline.ts';

interface CaseChoiceProps {
  readonly portal: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** More than one reads through; another word narrows them. */
const shownAtMost = 40;

/** In which case: one of those on the desk, found by number, claim number or city. */
export function CaseChoice({ portal, chosen, onChoose }: CaseChoiceProps) {
  const { t } = useLingui();
  const rows = useRows();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const options = useMemo(() => {
    const own = rows.filter(({ row }) => row.portal === portal).map(({ row }) => row);
    const current = own.find(({ id }) => id === chosen);
    // The field shows what is chosen; only what is typed over it is looked for.
    const search = current && wanted === labelOf(current) ? '' : wanted;
    const found = own.filter((row) => search === '' || hasWords(searchText(row), search)).slice(0, shownAtMost);
    const shown = current && !found.includes(current) ? [current, ...found] : found;
    return shown.map((row) => ({ value: row.id, label: labelOf(row) }));
  }, [rows, portal, chosen, wanted]);
  return (
    <Select
      label={t`Case`}
      placeholder={t`Number, claim number or city`}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`Choose no case` }}
      // They are found already.
      filter={({ options: found }) => found}
      nothingFoundMessage={t`No case on this desk has these words.`}
      data={options}
      value={chosen}
      onChange={onChoose}
      searchValue={typed}
      onSearchChange={setTyped}
    />
  );
}

function labelOf({ number, city, claimNumber }: CaseRow): string {
  return [number, city, claimNumber].filter(Boolean).join(' · ');
}
