import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './caution.module.css';

/** What is to be known before something is decided, which can be decided all the same. */
export function Caution({ children }: { readonly children: ReactNode }) {
  return (
    <span className={classes.caution}>
      <IconAlertTriangle size={14} aria-hidden />
      {children}
    </span>
  );
}
