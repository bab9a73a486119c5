import {
  IconAlertTriangle,
  IconArrowRight,
  IconCircle,
  IconCircleCheck,
  IconClockExclamation,
  IconHourglass,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './state-badge.module.css';
import type { Tone } from './tone.ts';

const icons: Readonly<Record<Tone, Icon>> = {
  quiet: IconCircle,
  act: IconArrowRight,
  budget: IconHourglass,
  near: IconClockExclamation,
  overdue: IconAlertTriangle,
  finished: IconCircleCheck,
  refused: IconX,
};

interface StateBadgeProps {
  readonly tone: Tone;
  /** The tone's own when left out. */
  readonly icon?: Icon;
  /** The word; colour alone says nothing. */
  readonly children: ReactNode;
}

/** A state: icon, word, tone. */
export function StateBadge({ tone, icon, children }: StateBadgeProps) {
  const Sign = icon ?? icons[tone];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Sign size={14} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
