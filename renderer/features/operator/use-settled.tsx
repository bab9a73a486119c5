import { useRef, useState, type ReactNode } from 'react';
import type { Answer, Trouble } from '../../portal/answer.ts';
import { TroubleNote } from './asked.tsx';
import classes from './operator.module.css';

/** What became of what was settled in a list, to be shown above it; `tell` says it, with these words where it went well. */
export function useSettled(onChanged: () => void): {
  readonly note: ReactNode;
  readonly tell: (answer: Answer<unknown>, words: string) => void;
} {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const status = useRef<HTMLDivElement>(null);
  const note = (
    <>
      {trouble && <TroubleNote trouble={trouble} />}
      <div ref={status} role="status" tabIndex={-1} className={classes.done}>
        {done}
      </div>
    </>
  );
  const tell = (answer: Answer<unknown>, words: string): void => {
    setTrouble(answer.kind === 'ok' ? null : answer);
    setDone(answer.kind === 'ok' ? words : null);
    // The row goes from the list, and its button with it.
    status.current?.focus();
    onChanged();
  };
  return { note, tell };
}
