import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { largestNetwork, type NetworkAdded } from '../../../shared/contract/operator.ts';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';
import { useSync } from '../../bindings/use-sync.ts';
import { createPortalClient } from '../../portal/portal-client.ts';
import { fileTroubleWords, saveTrouble, type FileTrouble } from '../../words/file-trouble-words.ts';
import { ImportSteps } from './import-steps.tsx';
import { networkExample } from './network-example.ts';
import classes from './operator.module.css';
import { readNetworkFile } from './read-import-file.ts';
import { useImport } from './use-import.ts';

/** Portals, companies, offices and people come in by one document. */
export function NetworkImport() {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const { syncNow } = useSync();
  const queries = useQueryClient();
  const importing = useImport({
    read: (given) => readNetworkFile(given, largestNetwork),
    send: ({ text }, dryRun) => createPortalClient({ account: session.account }).operator.importNetwork(text, dryRun),
    onImported: () => {
      void queries.invalidateQueries({ queryKey: ['operator portals'] });
      void syncNow();
    },
  });
  const { step } = importing;
  const isNothing = step.kind === 'checked' && countOf(step.found) === 0;
  return (
    <>
      <p className={classes.text}>
        <Trans>
          One JSON document names portals with their settings, companies, offices and people, and who works in which
          portal. This is how a new portal comes in. What is not there yet is added; what is there already is left as it
          is, also where the document says otherwise. New people choose their password by “Forgotten password?”.
        </Trans>
      </p>
      <Example />
      <ImportSteps
        label={t`Network document`}
        accept=".json,application/json"
        most={largestNetwork}
        importing={importing}
        parsed={importing.document?.parsed}
        held={isNothing ? t`Everything in the document is there already.` : null}
        confirm={t`Bring the network in`}
        found={(found, isDone) => <Added found={found} isDone={isDone} />}
      />
    </>
  );
}

function Example() {
  const { files } = useDesk();
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const save = async () => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(networkExample, null, 2)}\n`);
    setTrouble(saveTrouble(await files.saveAs('network-example.json', bytes)));
  };
  return (
    <div className={classes.row}>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void save()}>
        <Trans>Save an example…</Trans>
      </Button>
      {trouble && <span role="alert">{fileTroubleWords(trouble)}</span>}
    </div>
  );
}

function Added({ found, isDone }: { readonly found: NetworkAdded; readonly isDone: boolean }) {
  const { portals, companies, offices, people, members, memberships } = found.added;
  if (countOf(found) === 0)
    return <Trans>Everything in the document is there already: bringing it in would add nothing.</Trans>;
  return (
    <>
      <p className={classes.text}>
        {isDone ? <Trans>This came in:</Trans> : <Trans>The document can be brought in. This would be added:</Trans>}
      </p>
      <ul className={classes.counts}>
        {portals > 0 && (
          <li>
            <Plural value={portals} one="# portal" other="# portals" />
          </li>
        )}
        {companies > 0 && (
          <li>
            <Plural value={companies} one="# company" other="# companies" />
          </li>
        )}
        {offices > 0 && (
          <li>
            <Plural value={offices} one="# office" other="# offices" />
          </li>
        )}
        {people > 0 && (
          <li>
            <Plural value={people} one="# person who can sign in" other="# people who can sign in" />
          </li>
        )}
        {members > 0 && (
          <li>
            <Plural value={members} one="# member of a company" other="# members of companies" />
          </li>
        )}
        {memberships > 0 && (
          <li>
            <Plural value={memberships} one="# membership in a portal" other="# memberships in portals" />
          </li>
        )}
      </ul>
    </>
  );
}

function countOf({ added }: NetworkAdded): number {
  return Object.values(added).reduce((sum, count) => sum + count, 0);
}
