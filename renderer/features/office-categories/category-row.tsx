import { ActionIcon, Select, TextInput } from '@mantine/core';
import { Plural, useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { categoryColours, type CategoryColour } from '../../../shared/domain/category/category.ts';
import { LabelTag } from '../../ui/label-tag.tsx';
import { colourWords } from '../../words/category-words.ts';
import classes from './office-categories.module.css';
import type { DraftCategory } from './use-category-draft.ts';

interface CategoryRowProps {
  readonly row: DraftCategory;
  readonly rank: number;
  readonly last: boolean;
  /** How many offices have it. */
  readonly used: number;
  readonly fixed: boolean;
  readonly onChange: (part: Partial<DraftCategory>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One category while the list is changed: its rank, name and colour, how many offices have it. */
export function CategoryRow({ row, rank, last, used, fixed, onChange, onMove, onRemove }: CategoryRowProps) {
  const { t } = useLingui();
  const name = row.label.trim() || t`new category`;
  return (
    <li className={classes.category}>
      <span className={classes.sample}>
        <LabelTag colour={row.colour} rank={rank} rankWords={t`Rank ${rank}`}>
          {name}
        </LabelTag>
      </span>
      <TextInput
        className={classes.label}
        aria-label={t`Name of category ${rank}`}
        maxLength={60}
        disabled={fixed}
        value={row.label}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <Select
        className={classes.colour}
        aria-label={t`Colour of ${name}`}
        allowDeselect={false}
        disabled={fixed}
        value={row.colour}
        onChange={(value) => {
          const colour = categoryColours.find((each) => each === value);
          if (colour) onChange({ colour });
        }}
        data={categoryColours.map((colour: CategoryColour) => ({ value: colour, label: colourWords(colour) }))}
      />
      <span className={classes.used}>
        <Plural value={used} _0="No office" one="# office" other="# offices" />
      </span>
      <span className={classes.deeds}>
        <ActionIcon
          variant="subtle"
          size={30}
          aria-label={t`Move ${name} up`}
          title={t`Move ${name} up`}
          disabled={fixed || rank === 1}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={30}
          aria-label={t`Move ${name} down`}
          title={t`Move ${name} down`}
          disabled={fixed || last}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={30}
          aria-label={t`Remove ${name}`}
          title={t`Remove ${name}`}
          disabled={fixed}
          onClick={onRemove}
        >
          <IconTrash size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  );
}
