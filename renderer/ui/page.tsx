import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: ReactNode;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** At the right of the title. */
  readonly actions?: ReactNode;
  /** Fixed below the title, above what scrolls. */
  readonly toolbar?: ReactNode;
  /** `reading` keeps lines short; `full` is for tables and cases. */
  readonly width?: 'reading' | 'full';
  /** `children` scroll by themselves (a virtual list). */
  readonly ownScroll?: boolean;
  readonly children: ReactNode;
}

/** A page of the app: title, toolbar, and what scrolls. */
export function Page({ title, lead, actions, toolbar, width = 'full', ownScroll = false, children }: PageProps) {
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{title}</h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {toolbar}
      <div className={ownScroll ? classes.still : classes.scroll}>{children}</div>
    </div>
  );
}

/** A line of controls under the title. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.toolbar} role="group" aria-label={label}>
      {children}
    </div>
  );
}

interface PanelProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with a hairline around it; never one inside another. */
export function Panel({ title, actions, children }: PanelProps) {
  return (
    <section className={classes.panel}>
      {(title || actions) && (
        <div className={classes.panelHead}>
          {title && <h2 className={classes.panelTitle}>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
