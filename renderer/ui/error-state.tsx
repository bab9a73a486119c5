import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface ErrorStateProps {
  /** What does not work, in the user's words. */
  readonly title: ReactNode;
  /** Why, and what can be done. */
  readonly children?: ReactNode;
  /** As the machine said it, for whoever is asked for help. */
  readonly detail?: string;
  readonly action?: ReactNode;
}

/** Something did not work: said where it happened, with what to do. */
export function ErrorState({ title, children, detail, action }: ErrorStateProps) {
  return (
    <div className={classes.error} role="alert">
      <div className={classes.errorHead}>
        <IconAlertTriangle size={16} aria-hidden />
        <span>{title}</span>
      </div>
      {children && <div className={classes.errorText}>{children}</div>}
      {detail && (
        <div className={classes.detail}>
          <Trans>For whoever is asked for help:</Trans> <code>{detail}</code>
        </div>
      )}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
