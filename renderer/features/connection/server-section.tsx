import { Trans, useLingui } from '@lingui/react/macro';
import { useWorkplace } from '../../bindings/contexts.ts';
import { useServerChoice } from '../../bindings/use-server-choice.ts';
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
