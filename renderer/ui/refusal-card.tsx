import { IconBan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './refusal-card.module.css';

interface RefusalCardProps {
  /** What was to be done: "Approve budget, 4 200,00 €". */
  readonly title: ReactNode;
  /** Who said no and when. */
  readonly by: ReactNode;
  /** Why: one sentence. */
  readonly reason: ReactNode;
  /** What was decided instead. */
  readonly contrary?: ReactNode;
  /** What the person typed, kept. */
  readonly typed?: ReactNode;
  /** The next step. */
  readonly actions?: ReactNode;
}

/** A no from the portal: who said it, why, what was typed, and what to do next. */
export function RefusalCard({ title, by, reason, contrary, typed, actions }: RefusalCardProps) {
  return (
    <article className={classes.card}>
      <div className={classes.head}>
        <IconBan size={16} aria-hidden className={classes.sign} />
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.by}>{by}</span>
      </div>
      <p className={classes.reason}>{reason}</p>
      {contrary}
      {typed && <div className={classes.typed}>{typed}</div>}
      {actions && <footer className={classes.actions}>{actions}</footer>}
    </article>
  );
}
