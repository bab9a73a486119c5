import { useEffect } from 'react';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';
import { useKeptCases } from '../../bindings/kept-cases.ts';

const draftKey = 'app.kept-cases';

/** Keeps with the account which cases are wanted offline; one that leaves is wanted no more. */
export function useKeptCasesOfAccount(): void {
  const desk = useDesk();
  const { offline, sync } = useWorkplace();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const forgetNoMore = offline.registerForget('cases kept offline', (key) =>
      useKeptCases.getState().keep(key, false),
    );
    void desk.drafts.read().then((drafts) => {
      if (gone) return;
      useKeptCases.getState().set(drafts[draftKey]?.split('\n') ?? []);
      stop = useKeptCases.subscribe(({ cases }, before) => {
        void desk.drafts.write(draftKey, cases.size === 0 ? null : [...cases].join('\n'));
        if (cases.size > before.cases.size) void sync.syncNow();
      });
    });
    return () => {
      gone = true;
      forgetNoMore();
      stop?.();
    };
  }, [desk, offline, sync]);
}
