import { Outlet } from '@tanstack/react-router';
import { Trans } from '@lingui/react/macro';
import classes from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame around every page: top bar, navigation, page, status line. */
export function Shell() {
  return (
    <div className={classes.shell}>
      <a href="#page" className={classes.skip} onClick={toPage}>
        <Trans>Go to the page</Trans>
      </a>
      <TopBar />
      <SideNav />
      <main id="page" className={classes.page} tabIndex={-1}>
        <Outlet />
      </main>
      <StatusLine />
    </div>
  );
}

// The part behind # is the router's, so the jump is made by hand.
function toPage(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.querySelector<HTMLElement>('#page')?.focus();
}
