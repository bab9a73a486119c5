import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../../bindings/contexts.ts';
import { firstDraft, readDraft, type SetUpDraft } from './set-up-draft.ts';

/** A pause in typing after which it is kept. */
const pause = 400;

/** What is typed, kept by the desk for a start after a crash; null until it was looked for. */
export function useSetUpDraft() {
  const desk = useDesk();
  const [draft, setDraft] = useState<SetUpDraft | null>(null);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    let gone = false;
    void desk.setUp.readDraft().then((text) => {
      if (!gone) setDraft(readDraft(text) ?? firstDraft());
    });
    return () => {
      gone = true;
    };
  }, [desk]);
  const change = (next: SetUpDraft) => {
    setDraft(next);
    clearTimeout(later.current);
    later.current = setTimeout(() => void desk.setUp.writeDraft(JSON.stringify(next)), pause);
  };
  /** Once it is made nothing is written any more. */
  const forget = () => clearTimeout(later.current);
  return { draft, change, forget };
}
