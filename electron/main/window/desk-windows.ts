import { BrowserWindow } from 'electron';
import type { Session } from 'electron';
import type { CaseKey } from '../../../shared/contract/desk-api.ts';
import type { DeskWindows } from '../shell.ts';
import type { DeskWindow } from './desk-window.ts';

export interface DeskWindowsOptions {
  readonly open: (account: string | null, part: Session) => DeskWindow;
  /** Prepares the session of an account, or of the sign-in window. */
  readonly sessionFor: (account: string | null) => Session;
  /** Whether somebody is signed in at the window in front; told only when that is another answer than before. */
  readonly onFront: (hasAccount: boolean) => void;
  /** The account's window is gone and nothing else holds it open. */
  readonly onClosed: (account: string) => void;
}

/** Keeps one window an account and one to sign in with. */
export function createDeskWindows(options: DeskWindowsOptions): DeskWindows {
  const open = new Map<string | null, DeskWindow>();
  let wanted: CaseKey | null = null;
  let told: boolean | null = null;

  function current(): DeskWindow | null {
    const focused = BrowserWindow.getFocusedWindow();
    const all = [...open.values()];
    return all.find(({ window }) => window === focused) ?? all[0] ?? null;
  }

  function tellFront(hasAccount = typeof current()?.account === 'string'): void {
    if (hasAccount === told) return;
    told = hasAccount;
    options.onFront(hasAccount);
  }

  function show(account: string | null): void {
    const there = open.get(account);
    if (there !== undefined) {
      there.focus();
      return;
    }
    // Before the window is made, which is then made with its menu.
    tellFront(account !== null);
    const desk = options.open(account, options.sessionFor(account));
    open.set(account, desk);
    desk.window.on('focus', () => tellFront());
    desk.window.once('closed', () => {
      open.delete(account);
      if (account !== null) options.onClosed(account);
      tellFront();
    });
    if (account !== null && wanted !== null) openCase(wanted);
  }

  /** In the window in front if somebody is signed in there; else it waits until somebody is. */
  function openCase(subject: CaseKey): void {
    const front = current();
    const desk = front?.account === null ? [...open.values()].find(({ account }) => account !== null) : front;
    wanted = desk === undefined || desk === null ? subject : null;
    (desk ?? front)?.focus();
    desk?.send({ kind: 'open-case', subject });
  }

  return {
    openSignIn: () => show(null),
    openAccount: (account) => show(account),
    closeAccount: (account) => open.get(account)?.window.destroy(),
    openCase,
    closeSignIn: () => open.get(null)?.window.destroy(),
    current,
    byContents: (id) =>
      [...open.values()].find(({ window }) => !window.isDestroyed() && window.webContents.id === id) ?? null,
    toAll: (event) => {
      for (const desk of open.values()) desk.send(event);
    },
    toAccount: (account, event) => open.get(account)?.send(event),
  };
}
