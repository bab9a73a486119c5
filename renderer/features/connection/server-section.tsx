import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ServerChoice } from '../../../shared/contract/desk-api.ts';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';
import { Panel } from '../../ui/page.tsx';
import classes from './connection.module.css';
import { isFree, ManagedServer, ServerName } from './managed-server.tsx';
import { PolicyNote } from './policy-note.tsx';
import { ServerForm } from './server-form.tsx';

/** The server of the next sign-in. This account stays with the one it was made at. */
export function ServerSection() {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const { choice, setChoice } = useServerChoice();
  if (!choice) return null;
  const elsewhere = choice.address !== session.address;
  return (
    <Panel title={t`Address`}>
      <PolicyNote choice={choice} />
      {isFree(choice) ? <ServerForm choice={choice} onChosen={setChoice} /> : <ManagedServer choice={choice} />}
      {elsewhere && (
        <p className={classes.small} role="status">
          <Trans>
            The next sign-in goes there. This account works at <ServerName address={session.address} />; switch the
            account to change.
          </Trans>
        </p>
      )}
    </Panel>
  );
}

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
