import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import classes from './plan-grid.module.css';
import type { EditEnd } from './cell-editor.tsx';

interface PlaceEditorProps extends EditEnd {
  readonly label: string;
  readonly initial: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

/** Another task for a line, or another room. */
export function PlaceEditor({ label, initial, places, keep, cancel }: PlaceEditorProps) {
  const field = useRef<HTMLSelectElement>(null);
  const ended = useRef(false);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const end = (deed: () => void) => {
    if (ended.current) return;
    ended.current = true;
    deed();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLSelectElement>) => {
    event.stopPropagation();
    const { value } = event.currentTarget;
    if (event.key === 'Escape') end(cancel);
    else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      end(() => keep(value, event));
    }
  };
  return (
    <select
      ref={field}
      aria-label={label}
      className={classes.field}
      defaultValue={initial}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const { value } = event.currentTarget;
        end(() => keep(value, null));
      }}
    >
      {places.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
