import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconClock, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './item-list.module.css';
import { StateBadge } from './state-badge.tsx';

/** One of the things that a command does. */
interface ItemLine {
  readonly id: string;
  readonly name: string;
  readonly tone: 'quiet' | 'finished' | 'refused';
  readonly state: string;
  readonly reason: string | null;
}

interface ItemListProps {
  readonly items: readonly ItemLine[];
  /** Does one that was refused anew; left out where that is done elsewhere. */
  readonly onTryAnew?: (id: string) => void;
  /** Why one could not be done anew, or null. */
  readonly objection?: (id: string) => string | null;
  /** What is known of one beside its reason. */
  readonly more?: (id: string) => ReactNode;
}

/** What became of each of the things that were done at once, with the reasons. */
export function ItemList({ items, onTryAnew, objection, more }: ItemListProps) {
  const { t } = useLingui();
  return (
    <ul className={classes.list}>
      {items.map(({ id, name, tone, state, reason }) => (
        <li key={id} className={classes.item}>
          <div className={classes.line}>
            <StateBadge tone={tone} {...(tone === 'quiet' ? { icon: IconClock } : {})}>
              {state}
            </StateBadge>
            <span className={classes.name}>{name}</span>
            {onTryAnew && tone === 'refused' && (
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconRefresh size={14} aria-hidden />}
                onClick={() => onTryAnew(id)}
                aria-label={t`Try again: ${name}`}
              >
                <Trans>Try again</Trans>
              </Button>
            )}
          </div>
          {reason && <p className={classes.reason}>{reason}</p>}
          {more?.(id)}
          {objection?.(id) && (
            <p className={classes.reason} role="alert">
              {objection(id)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
