import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import type { CaseFilter } from '../../../shared/domain/case/list-filter.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import classes from './filter-bar.module.css';
import { setParts, without } from './filter-parts.ts';
import { filterWords, type FilterNames } from './filter-words.ts';

interface FilterChipsProps {
  readonly filter: CaseFilter;
  readonly names: FilterNames;
  readonly shown: number;
  readonly all: number;
  /** Closed cases that are left out. */
  readonly closed: number;
  readonly onFilter: (filter: CaseFilter) => void;
}

/** What the list is narrowed to, each filter with its own way out, and how many cases that leaves (domain.md §16.1). */
export function FilterChips({ filter, names, shown, all, closed, onFilter }: FilterChipsProps) {
  const { t, i18n } = useLingui();
  const parts = setParts(filter);
  const figure = i18n.number(shown);
  return (
    <div className={classes.chips}>
      {parts.map((part) => {
        const words = filterWords(part, filter, names);
        return (
          <span key={part} className={classes.chip}>
            {words}
            <button
              type="button"
              className={classes.remove}
              aria-label={t`Remove filter ${words}`}
              title={t`Remove`}
              onClick={() => onFilter(without(filter, part))}
            >
              <IconX size={13} stroke={2} aria-hidden />
            </button>
          </span>
        );
      })}
      {parts.length === 0 && <KeyHints />}
      {closed > 0 && (
        <button type="button" className={classes.reset} onClick={() => onFilter({ ...filter, state: 'all' })}>
          <Plural value={closed} one="Show # closed case" other="Show # closed cases" />
        </button>
      )}
      {parts.length > 0 && (
        <button type="button" className={classes.reset} onClick={() => onFilter({})}>
          <Trans>Reset all</Trans>
        </button>
      )}
      <span role="status" className={classes.count}>
        {parts.length > 0 || shown < all ? (
          <Plural value={all} one={`${figure} of # case`} other={`${figure} of # cases`} />
        ) : (
          <Plural value={all} one="# case" other="# cases" />
        )}
      </span>
    </div>
  );
}

/** Where the chips will be: the list's keys, so that nothing jumps when the first chip comes. */
function KeyHints() {
  const { t } = useLingui();
  return (
    <span className={classes.hints}>
      <span>
        <KeyHint keys="/" /> {t`find`}
      </span>
      <span>
        <KeyHint keys="↑+↓" /> {t`move`}
      </span>
      <span>
        <KeyHint keys="Enter" /> {t`open`}
      </span>
      <span>
        <KeyHint keys="Space" /> {t`look`}
      </span>
    </span>
  );
}
