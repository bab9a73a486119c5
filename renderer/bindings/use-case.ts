import { useEffect, useState } from 'react';
import { shallow } from 'zustand/shallow';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import type { Withdrawal } from '../../shared/contract/sync.ts';
import type { OfflineState, OpenCase } from '../offline/offline-desk.ts';
import { useWorkplace } from './contexts.ts';

/** A case for the screen. `not-held`: never was, or left; then `withdrawal` says why where it is known. */
export type CaseHold =
  | { readonly phase: 'loading' }
  | { readonly phase: 'not-held'; readonly withdrawal: Withdrawal | null }
  | { readonly phase: 'open'; readonly open: OpenCase };

interface Read {
  readonly key: string;
  readonly hold: CaseHold;
}

/** Opens a case and opens it again when it, its waiting commands, the standing or the directory changed. */
export function useCase({ portal, case: id }: CaseKey): CaseHold {
  const { offline } = useWorkplace();
  const [read, setRead] = useState<Read | null>(null);
  const key = `${portal}/${id}`;
  useEffect(() => {
    let seen: readonly unknown[] | null = null;
    let reads = 0;
    // Not by a hook: that would paint the former reading once more before the new one is there.
    const look = () => {
      const signs = signsOf(offline.state(), { portal, case: id });
      if (shallow(signs, seen)) return;
      seen = signs;
      const nth = (reads += 1);
      void offline.openCase({ portal, case: id }).then((open) => {
        if (nth === reads)
          setRead({ key, hold: open ? { phase: 'open', open } : notHeld(offline.state(), portal, id) });
      });
    };
    look();
    const stop = offline.subscribe(look);
    return () => {
      stop();
      reads += 1;
    };
  }, [offline, portal, id, key]);
  // While the same case is read again the former reading stays: no flicker.
  return read?.key === key ? read.hold : { phase: 'loading' };
}

function notHeld(state: OfflineState, portal: string, id: string): CaseHold {
  const withdrawal = state.withdrawn.find((each) => each.portal === portal && each.case === id) ?? null;
  return { phase: 'not-held', withdrawal };
}

/** Whatever changes with a case; compared one level deep. */
function signsOf(state: OfflineState, key: CaseKey): readonly unknown[] {
  const facts = state.rows.find(({ row }) => row.id === key.case && row.portal === key.portal);
  const portal = state.portals.find((each) => each.portal === key.portal);
  const waiting = state.outbox
    .filter(({ command }) => command?.portal === key.portal && command.subject.id === key.case)
    .map((item) => `${item.position}:${item.state}`);
  return [state.phase, facts?.row, facts?.unread, portal?.standing, portal?.directory, waiting.join(' ')];
}
