import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ServerChoice } from '../../shared/contract/desk-api.ts';
import { useDesk } from './contexts.ts';

/** The address in force, read from the desk. */
export function useServerChoice(): {
  readonly choice: ServerChoice | undefined;
  readonly setChoice: (choice: ServerChoice) => void;
} {
  const desk = useDesk();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['server'], queryFn: () => desk.server.current() });
  // The embedded portal server comes up after the window, and only then names its demo accounts.
  useEffect(
    () =>
      desk.onEvent((event) => {
        if (event.kind === 'server-state') void queries.invalidateQueries({ queryKey: ['server'] });
      }),
    [desk, queries],
  );
  return { choice: data, setChoice: (choice) => queries.setQueryData(['server'], choice) };
}
