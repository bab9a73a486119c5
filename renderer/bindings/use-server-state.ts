import { useEffect, useState } from 'react';
import type { DeskEvent } from '../../shared/contract/desk-api.ts';
import { useDesk } from './contexts.ts';

type ServerEvent = Extract<DeskEvent, { kind: 'server-state' }>;

/** Where one of the portal servers inside the app stands; null until the desk has said so. */
export function useServerState(address: string | undefined): Pick<ServerEvent, 'state' | 'detail' | 'upgrade'> | null {
  const desk = useDesk();
  const [states, setStates] = useState<readonly ServerEvent[]>([]);
  useEffect(
    () =>
      desk.onEvent((event) => {
        if (event.kind !== 'server-state') return;
        setStates((known) => [...known.filter((each) => each.address !== event.address), event]);
      }),
    [desk],
  );
  return states.find((each) => each.address === address) ?? null;
}
