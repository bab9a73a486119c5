import { useState } from 'react';
import type { ServerCheck } from '../../../shared/contract/desk-api.ts';
import { useDesk } from '../../bindings/contexts.ts';

/** Asks an address who it is. */
export interface ServerChecking {
  readonly busy: boolean;
  readonly answer: ServerCheck | null;
  readonly run: (address: string) => Promise<ServerCheck | null>;
  readonly clear: () => void;
}

export function useServerCheck(): ServerChecking {
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ServerCheck | null>(null);
  return {
    busy,
    answer,
    clear: () => setAnswer(null),
    run: async (address) => {
      if (busy) return null;
      setBusy(true);
      const found = await desk.server.check(address);
      setAnswer(found);
      setBusy(false);
      return found;
    },
  };
}
