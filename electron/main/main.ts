import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, Menu, nativeTheme, protocol } from 'electron';
import { answerVerbs } from './ipc.ts';
import { deskHandlers } from './desk-handlers.ts';
import { errorCode } from './journal/durable-file.ts';
import { localFolder } from './machine/local-folder.ts';
import { note, noteFault, startLog } from './machine/log.ts';
import { readPolicy } from './machine/policy.ts';
import { openSettings } from './machine/settings.ts';
import { readSwitches } from './machine/switches.ts';
import { startUpdates } from './machine/updates.ts';
import { closeOverdue } from './verbs/account-verbs.ts';
import { openShell } from './open-shell.ts';
import { withoutDictionaries } from './sessions.ts';
import { APP_SCHEME, ATTACHMENT_SCHEME } from './scheme/content-security-policy.ts';
import type { Shell } from './shell.ts';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import { LINK_SCHEME, linkIn, parseCaseLink } from './window/case-link.ts';

// Before `ready`, and before anything is awaited: later Chromium no longer asks.
protocol.registerSchemesAsPrivileged([
  {
    scheme: APP_SCHEME,
    // The code cache holds what V8 made of the app's own scripts, so that a start does not compile them again.
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
  { scheme: ATTACHMENT_SCHEME, privileges: { standard: true, secure: true, stream: true } },
]);

// Ours is set with the first window; Electron would else build one of its own before.
Menu.setApplicationMenu(null);

const switches = readSwitches(process.argv);
const folder = switches.profile === null ? localFolder() : resolve(switches.profile);
const chromium = join(folder, 'chromium');
mkdirSync(chromium, { recursive: true, mode: 0o700 });
app.setPath('userData', folder);
// Chromium's own files beside ours, not among them.
app.setPath('sessionData', chromium);
// The appId of electron-builder.yml: Windows shows notifications of an app whose shortcut has the same.
app.setAppUserModelId('example.partner-desk.desktop');
startLog(folder);
process.on('unhandledRejection', (error) => noteFault('unhandled-rejection', error));
// Electron would show its stack in a box of its own, and write it nowhere.
process.on('uncaughtException', (error) => noteFault('uncaught-exception', error));

// macOS hands over the link that starts the app before anything is ready.
let link = switches.link;
let follow = (found: CaseKey): void => void (link = found);
app.on('open-url', (event, url) => {
  event.preventDefault();
  const found = parseCaseLink(url);
  if (found !== null) follow(found);
});

app.on('session-created', withoutDictionaries);

// Only the holder of the lock opens journals and databases (sync.md 3).
if (app.requestSingleInstanceLock()) start().catch((error: unknown) => fail(error));
else leaveToTheFirst();

/** The first instance is told by Electron and comes to the front; whoever waits at a terminal is told here. */
function leaveToTheFirst(): void {
  process.stdout.write('Partner Desk already runs: its window comes to the front.\n');
  app.quit();
}

async function start(): Promise<void> {
  const [settings, policy] = await Promise.all([openSettings(folder), readPolicy(), app.whenReady()]);
  if (switches.workOffline) await settings.change({ workOffline: true });
  nativeTheme.themeSource = settings.get().theme;
  const shell = await openShell({ folder, dist: join(import.meta.dirname, '..'), settings, switches, policy });
  answerVerbs(deskHandlers(shell), shell.windows.byContents);
  await openFirstWindow(shell);
  listen(shell);
  follow = shell.windows.openCase;
  if (link !== null) follow(link);
  await offerContextMenu();
  // After the window exists: the first picture does not wait for a process.
  await shell.inside.connect(addressInUse(shell));
  await startUpdates(policy);
}

/** Where the user was, if the key store still opens it; else the sign-in window. */
async function openFirstWindow(shell: Shell): Promise<void> {
  const { account } = shell.settings.get();
  const answer = account === null ? null : await shell.accounts.signInOffline({ account, password: '' });
  if (answer?.ok === true) shell.windows.openAccount(answer.account);
  else shell.windows.openSignIn();
}

/** Needed at the first right click, not by the first picture. */
async function offerContextMenu(): Promise<void> {
  const { default: contextMenu } = await import('electron-context-menu');
  contextMenu({ showSearchWithGoogle: false, showInspectElement: false, showLookUpSelection: false });
}

function addressInUse(shell: Shell): string {
  const { account } = shell.settings.get();
  const open = account === null ? null : shell.accounts.open(account);
  return open?.file().address ?? shell.server.current().address;
}

/** A computer that slept for days is looked at soon after it wakes, before much of what it kept can be read. */
const LEASE_LOOK = 10_000;

function listen(shell: Shell): void {
  setInterval(() => closeOverdue(shell), LEASE_LOOK);
  app.on('second-instance', (_, argv) => {
    shell.windows.current()?.focus();
    const found = linkIn(argv);
    if (found !== null) follow(found);
  });
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  app.on('activate', () => {
    if (shell.windows.current() === null)
      openFirstWindow(shell).catch((error: unknown) => noteFault('activate', error));
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    const { demo, own, stop } = shell.inside;
    if ([demo, own].every((portal) => portal.state().state === 'down')) return;
    // The servers inside end with the app, and are given the time to close their databases.
    event.preventDefault();
    stop().finally(() => app.quit());
  });
}

function fail(error: unknown): void {
  noteFault('start', error);
  note('ended');
  // There is no window to say it in. No message of the fault: it may hold values.
  const reason = error instanceof Error ? errorCode(error) : 'unknown';
  dialog.showErrorBox(
    'Partner Desk could not start',
    `Nothing was deleted, and work that was not sent is kept. Whoever helps you finds more in ${join(folder, 'logs')} (${reason}).`,
  );
  app.exit(1);
}
