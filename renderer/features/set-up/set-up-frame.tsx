import type { ReactNode } from 'react';
import { Brand } from '../../ui/brand.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import classes from './set-up.module.css';

interface SetUpFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The window before anybody is signed in, wide enough for what has to be chosen or typed. Each heading takes the focus. */
export function SetUpFrame({ title, lead, children }: SetUpFrameProps) {
  return (
    <div className={classes.window}>
      <main className={classes.card}>
        <div className={classes.brand}>
          <Brand size={24} />
          Partner Desk
        </div>
        <h1 key={title} className={classes.title} tabIndex={-1} ref={focusFirst}>
          {title}
        </h1>
        {lead && <p className={classes.text}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
