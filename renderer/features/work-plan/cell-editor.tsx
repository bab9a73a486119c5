import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { longestTyped, type TypedPart } from './plan-columns.ts';
import type { Measure } from './room-measures.ts';
import classes from './plan-grid.module.css';
import { measureWords } from './measure-words.ts';
import { quantityText } from '../../words/work-plan/quantity-words.ts';

/** What becomes of an edit: with the key that ended it, which leads on. */
export interface EditEnd {
  readonly keep: (text: string, key: KeyboardEvent | null) => void;
  readonly cancel: () => void;
}

interface CellEditorProps extends EditEnd {
  readonly column: TypedPart;
  readonly label: string;
  readonly initial: string;
  /** What the room of the line offers for a quantity. */
  readonly measures: readonly Measure[];
}

/** The field of a cell. What is typed stays in it until it is ended: nothing else is painted by a key. */
export function CellEditor({ column, label, initial, measures, keep, cancel }: CellEditorProps) {
  const [text, setText] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useLayoutEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const end = (deed: () => void) => {
    if (ended.current) return;
    ended.current = true;
    deed();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys in the field are the field's: the grid hears only how it ended.
    event.stopPropagation();
    // While letters are composed Enter takes the word, and Escape drops it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') end(cancel);
    else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      end(() => keep(text, event));
    }
  };
  return (
    <>
      <input
        ref={field}
        type="text"
        aria-label={label}
        className={classes.field}
        data-figure={column === 'quantity' || column === 'price' || undefined}
        value={text}
        maxLength={longestTyped[column]}
        list={measures.length > 0 ? 'plan-measures' : undefined}
        autoComplete="off"
        spellCheck={column === 'text'}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end(() => keep(text, null))}
      />
      {measures.length > 0 && (
        <datalist id="plan-measures">
          {measures.map(({ kind, formula, quantity }) => (
            <option key={kind} value={formula}>{`${measureWords(kind)}: ${quantityText(quantity)}`}</option>
          ))}
        </datalist>
      )}
    </>
  );
}
