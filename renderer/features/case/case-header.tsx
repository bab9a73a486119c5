import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { StateBadge } from '../../ui/state-badge.tsx';
import { dayText } from '../../words/figures.ts';
import classes from './case-header.module.css';
import { AtPlace } from './at-place.tsx';
import { useCaseView } from './case-view.ts';

/** Which case this is: numbers, site, damage, insurer, loss date, and what the families mark it with. */
export function CaseHeader({ back }: { back: ReactNode }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  // Who opens a case hears which one it is, and goes on from its top.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const subject = open.content.case;
  const { number, site, damage, claimNumber } = subject;
  const lost = dayText(damage.lossDate);
  return (
    <div className={classes.header}>
      <div className={classes.top}>
        {back}
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          <span className="figures">{number}</span>
          <span className={classes.site}>{[site.street, site.city].filter(Boolean).join(', ')}</span>
        </h1>
        <CopyButton value={number}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t`Copied` : t`Copy the case number`}>
              <ActionIcon onClick={copy} aria-label={t`Copy the case number`}>
                {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
        <span className={classes.marks}>
          {subject.state === 'closed' && (
            <StateBadge tone="quiet">
              <Trans>Closed, read only</Trans>
            </StateBadge>
          )}
          <AtPlace place="mark" />
          <AtPlace place="deed" />
        </span>
      </div>
      <p className={classes.line}>
        {[damage.cause, open.standing.portalName, t`loss ${lost}`].filter(Boolean).join(' · ')} ·{' '}
        <span className={classes.fact}>{t`claim ${claimNumber}`}</span>
      </p>
    </div>
  );
}
