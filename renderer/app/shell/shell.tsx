import { Trans } from '@lingui/react/macro';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSettings } from '../../bindings/use-settings.ts';
import { useSync } from '../../bindings/use-sync.ts';
import { RenewSessionDialog } from '../../features/sign-in/renew-session-dialog.tsx';
import { useDialogs } from './dialogs.ts';
import { KeySheet } from './key-sheet.tsx';
import { LeaseWarning } from './lease-warning.tsx';
import { Palette } from './palette.tsx';
import classes from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useNewNotices } from './use-new-notices.ts';
import { useNoticesRead } from './use-notices-read.ts';
import { useMenuCommands } from './use-menu-commands.ts';
import { useKeptCasesOfAccount } from './use-kept-cases.ts';
import { useKeptKeys } from './use-kept-keys.ts';
import { useKeptNote } from './use-kept-note.ts';
import { usePlace } from './use-place.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The frame around every page: top bar, navigation, page, status line. */
export function Shell() {
  const { settings } = useSettings();
  return (
    <div className={classes.shell} data-navigation={settings.navigation}>
      <a href="#page" className={classes.skip} onClick={toPage}>
        <Trans>Go to the page</Trans>
      </a>
      <TopBar />
      <LeaseWarning />
      <SideNav />
      <main id="page" className={classes.page} tabIndex={-1}>
        <Outlet />
      </main>
      <StatusLine />
      <Palette />
      <KeySheet />
      <SignOutDialog />
      <Renewal />
      <Housekeeping />
    </div>
  );
}

/** What goes on beside every page. It shows nothing, so what it listens to paints no page again. */
function Housekeeping() {
  useShortcuts();
  useMenuCommands();
  useNewNotices();
  useNoticesRead();
  usePlace();
  useKeptKeys();
  useKeptCasesOfAccount();
  useKeptNote();
  return null;
}

/** Asks for the password by itself once; later the status line and the Connection page lead to it. */
function Renewal() {
  const { state } = useSync();
  const { open, show, close } = useDialogs();
  const ended = state.reach === 'signed-out';
  useEffect(() => {
    if (ended) show('renew');
  }, [ended, show]);
  return <RenewSessionDialog opened={open === 'renew'} onClose={close} />;
}

// The part behind # is the router's, so the jump is made by hand.
function toPage(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.querySelector<HTMLElement>('#page')?.focus();
}
