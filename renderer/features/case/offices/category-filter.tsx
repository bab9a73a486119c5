import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Category } from '../../../../shared/domain/category/category.ts';
import { categoriesRight } from '../../../../shared/domain/category/categories-sight.ts';
import { labelsFor, officeLabels, type OfficeLabel } from '../../../../shared/domain/category/office-labels.ts';
import type { OfficeId } from '../../../../shared/domain/ids.ts';
import { may } from '../../../../shared/domain/rights/may.ts';
import { useOfficeCategories } from '../../../bindings/use-office-categories.ts';
import { useCaseView } from '../case-view.ts';

/** Categories as they are shown where an office of a case is chosen. */
export interface CategoriesShown {
  readonly defined: readonly Category[];
  readonly of: (office: OfficeId) => readonly OfficeLabel[];
}

/** Offices that have none: no code is written like it. */
const none = ' none';
const all = ' all';

/** What is shown in the case that is open; null for who has no right to it there, and where nothing is defined. */
export function useCategoriesShown(taskTypes: readonly string[] | null): CategoriesShown | null {
  const { open } = useCaseView();
  const held = useOfficeCategories(open.key.portal);
  const isShown = may(open.standing, categoriesRight, { case: open.content.case }).allowed;
  return useMemo(() => {
    if (!held || !isShown || held.defined.categories.length === 0) return null;
    const labels = officeLabels(held);
    return { defined: held.defined.categories, of: (office) => labelsFor(labels.get(office) ?? [], taskTypes) };
  }, [held, isShown, taskTypes]);
}

/** True for an office that passes the filter. */
export function passesCategory({ of }: CategoriesShown, wanted: string | null, office: OfficeId): boolean {
  if (wanted === null) return true;
  const labels = of(office);
  return wanted === none ? labels.length === 0 : labels.some(({ category }) => category.code === wanted);
}

interface CategoryFilterProps {
  readonly shown: CategoriesShown;
  readonly wanted: string | null;
  readonly onWanted: (code: string | null) => void;
}

/** Narrows offices to those of one category; the order stays what it is. */
export function CategoryFilter({ shown, wanted, onWanted }: CategoryFilterProps) {
  const { t } = useLingui();
  return (
    <Select
      aria-label={t`Category`}
      w={200}
      allowDeselect={false}
      value={wanted ?? all}
      onChange={(value) => onWanted(value === null || value === all ? null : value)}
      data={[
        { value: all, label: t`All categories` },
        ...shown.defined.map(({ code, label, rank }) => ({ value: code, label: t`${rank}. ${label}` })),
        { value: none, label: t`No category` },
      ]}
    />
  );
}
