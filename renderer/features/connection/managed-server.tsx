import { Trans } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ServerChoice } from '../../../shared/contract/desk-api.ts';
import { demoAddress, ownAddress } from '../../../shared/contract/desk-places.ts';
import classes from './connection.module.css';

/** The address as somebody else decided it: shown, not to be changed here. */
export function ManagedServer({ choice }: { choice: ServerChoice }) {
  return (
    <div className={classes.managed}>
      <IconLock size={16} aria-hidden />
      <div>
        <div className={classes.address}>
          <ServerName address={choice.address} />
        </div>
        <div className={classes.small}>
          <DecidedBy by={choice.decidedBy} />
        </div>
      </div>
    </div>
  );
}

/** True where a person may choose the server. */
export function isFree(choice: ServerChoice): boolean {
  return choice.decidedBy === 'settings' || choice.decidedBy === 'default';
}

export function ServerName({ address }: { address: string }): ReactNode {
  if (address === demoAddress) return <Trans>Portal server on this computer (demo)</Trans>;
  if (address === ownAddress) return <Trans>Portal server on this computer</Trans>;
  return new URL(address).host;
}

function DecidedBy({ by }: { by: ServerChoice['decidedBy'] }) {
  if (by === 'policy') return <Trans>Managed by your organisation</Trans>;
  if (by === 'switch') return <Trans>Set where Partner Desk was started</Trans>;
  return <Trans>Chosen in the settings</Trans>;
}
