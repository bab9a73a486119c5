import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useDesk } from '../../bindings/contexts.ts';

/** What was typed, kept beside the journal until it was sent (sync.md 1). */
export interface Draft<Value> {
  readonly value: Value;
  /** False until the desk was asked for what had been typed before. */
  readonly ready: boolean;
  /** True where it was restored, until something is typed. */
  readonly restored: boolean;
  readonly change: (change: Partial<Value>) => void;
  /** Writes it now: on blur and on closing. */
  readonly keep: () => void;
  /** After it was sent, or taken out on purpose. */
  readonly forget: () => void;
}

interface Held<Value> {
  readonly value: Value;
  readonly ready: boolean;
  readonly restored: boolean;
}

const oncePerSecond = 1000;

/** A form's text that survives an accidental close, a crash and a restart. An older app's draft that no longer parses is left out. */
export function useDraft<Value extends object>(key: string, initial: Value, schema: z.ZodType<Value>): Draft<Value> {
  const { drafts } = useDesk();
  // What the form starts with is settled when it opens; the case may change under it.
  const [empty] = useState(initial);
  const [held, setHeld] = useState<Held<Value>>({ value: empty, ready: false, restored: false });
  // What is to be written next; null when the desk has the latest.
  const unwritten = useRef<string | null>(null);
  const latest = useRef(empty);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (unwritten.current === null) return;
    void drafts.write(key, unwritten.current);
    unwritten.current = null;
  }, [drafts, key]);

  useEffect(() => {
    let current = true;
    void drafts.read().then((all) => {
      if (!current) return;
      const found = parse(all[key], schema);
      // What was typed while the desk was asked is newer than what it had.
      if (!found || unwritten.current !== null) return setHeld((now) => ({ ...now, ready: true }));
      latest.current = found;
      setHeld({ value: found, ready: true, restored: true });
    });
    return () => {
      current = false;
      keep();
    };
  }, [drafts, key, keep, schema]);

  const change = useCallback(
    (part: Partial<Value>) => {
      latest.current = { ...latest.current, ...part };
      unwritten.current = JSON.stringify(latest.current);
      setHeld((now) => ({ ...now, value: latest.current, restored: false }));
      timer.current ??= setTimeout(keep, oncePerSecond);
    },
    [keep],
  );

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    unwritten.current = null;
    latest.current = empty;
    setHeld({ value: empty, ready: true, restored: false });
    void drafts.write(key, null);
  }, [drafts, key, empty]);

  return { ...held, change, keep, forget };
}

function parse<Value>(text: string | undefined, schema: z.ZodType<Value>): Value | null {
  if (text === undefined) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
