import { useEffect, useId, useRef, type ReactNode } from 'react';
import classes from './option-list.module.css';

interface Option {
  readonly id: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** What it is marked with, below the detail. */
  readonly marks?: ReactNode;
  readonly aside?: ReactNode;
  /** Begins a group with this heading. */
  readonly group?: string;
}

interface OptionListProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly empty: string;
}

/** One choice of many as radio buttons: arrows move, Enter decides, and it is said as what it is. */
export function OptionList({ label, options, chosen, onChoose, empty }: OptionListProps) {
  const name = useId();
  const list = useRef<HTMLDivElement>(null);
  // The list may be another one by now (a search, all instead of some): what is chosen stays in sight.
  useEffect(() => {
    // Chromium answers a promise here, which React would take for what undoes the effect.
    list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
  });
  if (options.length === 0) return <p className={classes.empty}>{empty}</p>;
  // The dialog opens with the focus where arrows choose and Enter decides.
  const first = options.some((each) => each.id === chosen) ? chosen : options[0]?.id;
  return (
    <div ref={list} role="radiogroup" aria-label={label} className={classes.list}>
      {options.map((option) => (
        <div key={option.id}>
          {option.group && <div className={classes.group}>{option.group}</div>}
          <label className={classes.option} data-chosen={option.id === chosen || undefined}>
            <input
              type="radio"
              name={name}
              checked={option.id === chosen}
              data-autofocus={option.id === first || undefined}
              onChange={() => onChoose(option.id)}
              className={classes.radio}
            />
            <span className={classes.text}>
              <span className={classes.title}>{option.title}</span>
              {option.detail && <span className={classes.detail}>{option.detail}</span>}
              {option.marks}
            </span>
            {option.aside}
          </label>
        </div>
      ))}
    </div>
  );
}
