import { useEffect, useState } from 'react';
import type { DeskEvent } from '../../shared/contract/desk-api.ts';
import { useDesk } from './contexts.ts';

type ServerEvent = Extract<DeskEvent, { kind: 'server-state' }>;

/** Where the portal server inside the app stands; null until the desk has said so. */
export function useServerState(): Pick<ServerEvent, 'state' | 'detail'> | null {
  const desk = useDesk();
  const [state, setState] = useState<ServerEvent | null>(null);
  useEffect(() => desk.onEvent((event) => event.kind === 'server-state' && setState(event)), [desk]);
  return state;
}
