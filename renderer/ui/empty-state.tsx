import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: ReactNode;
  /** What will be here, or how to get something here. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here, and why that is so. */
export function EmptyState({ icon: Sign, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <Sign size={28} stroke={1.5} aria-hidden className={classes.sign} />
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
