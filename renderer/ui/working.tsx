import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './working.module.css';

/** Something takes a moment, and what it is. */
export function Working({ children }: { children: ReactNode }) {
  return (
    <div className={classes.working} role="status">
      <Loader size={16} color="gray" aria-hidden />
      <span>{children}</span>
    </div>
  );
}
