import { useEffect } from 'react';
import { useSingleKeys } from '../../bindings/single-keys.ts';
import { useDesk } from '../../bindings/contexts.ts';

const draftKey = 'app.single-keys';

/** Keeps the choice about single keys with the account. */
export function useKeptKeys(): void {
  const desk = useDesk();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void desk.drafts.read().then((drafts) => {
      if (gone) return;
      if (drafts[draftKey] === 'off') useSingleKeys.getState().choose(false);
      stop = useSingleKeys.subscribe(({ on }) => void desk.drafts.write(draftKey, on ? null : 'off'));
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [desk]);
}
