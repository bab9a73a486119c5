import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCaseView } from '../case/frame.ts';
import classes from './decision.module.css';

/** Why it was decided so, and what the customer reads: for who decides and who handles the case. */
export function DecidedGrounds() {
  const { decisionGrounds: grounds, decisionParts } = useCaseView().open.content.case;
  if (!grounds)
    return decisionParts ? (
      <p className={classes.line}>
        <Trans>The reasons are read by who decides and who handles the case.</Trans>
      </p>
    ) : null;
  const { reason, customerText, authority, takenFrom } = grounds;
  return (
    <dl className={classes.facts}>
      <Fact name={<Trans>Reasons</Trans>}>{reason}</Fact>
      <Fact name={<Trans>Text to the customer</Trans>}>{customerText}</Fact>
      <Fact name={<Trans>On whose authority</Trans>}>{authority}</Fact>
      <Fact name={<Trans>Inspection taken from</Trans>}>{takenFrom ?? ''}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: ReactNode; children: string }) {
  if (children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.typed}>{children}</dd>
    </div>
  );
}
