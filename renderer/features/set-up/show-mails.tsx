import { Anchor } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useDesk } from '../../bindings/contexts.ts';

/** Where the mails of the portal server of this computer lie: it sends none. */
export function ShowMails() {
  const desk = useDesk();
  const [failed, setFailed] = useState(false);
  const show = async () => setFailed(!(await desk.setUp.showMails()).ok);
  return (
    <>
      <Trans>The portal on this computer sends no mail: it writes mails into a folder.</Trans>{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => void show()}>
        <Trans>Show the mail folder</Trans>
      </Anchor>
      {failed && (
        <span role="alert">
          {' '}
          <Trans>This computer has no program that shows folders.</Trans>
        </span>
      )}
    </>
  );
}
