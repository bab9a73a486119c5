import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCheck, IconClock, IconCopy, IconHandStop } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { isStuck } from '../../offline/outbox-items.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { dayText } from '../../words/figures.ts';
import classes from './case-header.module.css';
import { useCaseView } from './case-view.ts';
import { unconfirmed } from './waiting.ts';

/** Which case this is: numbers, site, damage, insurer, loss date, and whether something waits. */
export function CaseHeader({ back }: { back: ReactNode }) {
  const { open, openTab } = useCaseView();
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  // Who opens a case hears which one it is, and goes on from its top.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const subject = open.content.case;
  const { number, site, damage, claimNumber } = subject;
  const lost = dayText(damage.lossDate);
  const [stuck, waiting] = [
    open.waiting.filter(isStuck).length,
    unconfirmed(open).filter((item) => !isStuck(item)).length,
  ];
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
          {stuck > 0 && (
            <button type="button" className={classes.stuck} onClick={() => openTab('overview')}>
              <IconHandStop size={14} aria-hidden />
              <Plural value={stuck} one="# held back" other="# held back" />
            </button>
          )}
          {waiting > 0 && (
            <button type="button" className={classes.waiting} onClick={() => openTab('overview')}>
              <IconClock size={14} aria-hidden />
              <Plural value={waiting} one="# waiting for the portal" other="# waiting for the portal" />
            </button>
          )}
        </span>
      </div>
      <p className={classes.line}>
        {[damage.cause, open.standing.portalName, t`loss ${lost}`].filter(Boolean).join(' · ')} ·{' '}
        <span className={classes.fact}>{t`claim ${claimNumber}`}</span>
      </p>
    </div>
  );
}
