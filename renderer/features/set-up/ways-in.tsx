import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { SetUpFrame } from './set-up-frame.tsx';
import classes from './set-up.module.css';

interface WaysInProps {
  /** Above all of them: what is going on. */
  readonly note: ReactNode;
  /** The people of the demo, or what is said until they are there. */
  readonly demo: ReactNode;
  readonly onSetUp: () => void;
  readonly onConnect: () => void;
}

/** The first start: nobody has chosen a portal server, and nobody has worked here. */
export function WaysIn({ note, demo, onSetUp, onConnect }: WaysInProps) {
  const { t } = useLingui();
  return (
    <SetUpFrame
      title={t`Welcome to Partner Desk`}
      lead={<Trans>How do you want to begin? The other ways stay open.</Trans>}
    >
      {note && <div className={classes.note}>{note}</div>}
      <div className={classes.ways}>
        <Way title={t`Try the demo`}>
          <p className={classes.text}>
            <Trans>Made-up companies with many cases, on this computer only. Choose who to be:</Trans>
          </p>
          {demo}
        </Way>
        <div className={classes.others}>
          <Way title={t`Connect to a portal server`}>
            <p className={classes.text}>
              <Trans>Your insurer, the operator or your company gave you its address.</Trans>
            </p>
            <div>
              <Button onClick={onConnect}>
                <Trans>Connect to a portal server</Trans>
              </Button>
            </div>
          </Way>
          <Way title={t`Set up here`}>
            <p className={classes.text}>
              <Trans>
                This computer keeps a portal of your own: for one office, or to try Partner Desk with your people.
              </Trans>
            </p>
            <Limits />
            <div>
              <Button variant="default" onClick={onSetUp}>
                <Trans>Set up here</Trans>
              </Button>
            </div>
          </Way>
        </div>
      </div>
    </SetUpFrame>
  );
}

/** What a portal on one computer cannot do. */
export function Limits() {
  return (
    <ul className={classes.limits}>
      <li>
        <Trans>Others cannot reach it from their computers; they sign in on this one.</Trans>
      </li>
      <li>
        <Trans>Nobody makes backups of it. If this computer is lost, so is the portal.</Trans>
      </li>
      <li>
        <Trans>Its mails are files in a folder of this computer; they are sent to nobody.</Trans>
      </li>
    </ul>
  );
}

function Way({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section className={classes.way} aria-labelledby={heading}>
      <h2 id={heading} className={classes.wayTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}
