import type { ReactNode } from 'react';
import { Brand } from '../../ui/brand.tsx';
import classes from './sign-in.module.css';

interface SignInFrameProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Above the content: what is going on. */
  readonly note?: ReactNode;
  /** Below the card: which server, and how to change it. */
  readonly foot?: ReactNode;
  /** A second column: a short way in. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One card in the middle of the sign-in window. */
export function SignInFrame({ title, lead, note, foot, aside, children }: SignInFrameProps) {
  return (
    <div className={classes.window}>
      <main className={classes.card} data-wide={aside ? true : undefined}>
        <div className={classes.brand}>
          <Brand size={24} />
          Partner Desk
        </div>
        <div className={classes.columns}>
          <div className={classes.column}>
            <h1 className={classes.title}>{title}</h1>
            {lead && <p className={classes.lead}>{lead}</p>}
            {note && <div className={classes.note}>{note}</div>}
            {children}
          </div>
          {aside && <div className={classes.column}>{aside}</div>}
        </div>
      </main>
      {foot && <footer className={classes.foot}>{foot}</footer>}
    </div>
  );
}
