import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, shell } from 'electron';
import type { Session, WebContents } from 'electron';
import { deskChannel } from '../../../shared/contract/desk-api.ts';
import type { DeskEvent } from '../../../shared/contract/desk-api.ts';
import type { Settings } from '../machine/settings.ts';
import { APP_ORIGIN, ATTACHMENT_SCHEME } from '../scheme/content-security-policy.ts';
import { frameColours } from './frame-colours.ts';
import { mayOpenOutside } from './outside-link.ts';
import { arrangement, placeFor } from './window-place.ts';

export interface DeskWindow {
  /** Null for the sign-in window. */
  readonly account: string | null;
  readonly window: BrowserWindow;
  /** Kept until the page listens. */
  readonly send: (event: DeskEvent) => void;
  readonly listens: () => void;
  readonly focus: () => void;
}

export interface DeskWindowOptions {
  readonly account: string | null;
  readonly session: Session;
  readonly preload: string;
  readonly settings: Settings;
  /** Hosts of which an https link may be opened in the browser. */
  readonly outsideHosts: () => readonly string[];
  /** What a page is told first whenever it begins to listen. */
  readonly greeting: () => readonly DeskEvent[];
  /** The page did not start or its process is gone. */
  readonly onTrouble: (code: string) => void;
}

/** The viewer that Chromium shows a PDF with, inside the frame of an attachment. */
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

export function openDeskWindow(options: DeskWindowOptions): DeskWindow {
  const { settings } = options;
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const place = placeFor(settings.get().places[arrangement(displays)], displays);
  const { maximized, ...bounds } = place;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: app.getName(),
    backgroundColor: frameColour(),
    webPreferences: {
      session: options.session,
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // From the first start on: the app's own scripts are the same at each.
      v8CacheOptions: 'bypassHeatCheck',
      // Chromium's own viewer shows a PDF; nothing else is a plugin.
      plugins: true,
      devTools: !app.isPackaged,
    },
  });
  if (maximized) window.maximize();
  guard(window.webContents, options.outsideHosts);
  rememberPlace(window, settings);
  followTheme(window);
  window.once('ready-to-show', () => window.show());
  // The title is the desk's: it carries the number of required actions.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(settings.get().zoom));
  reviveAfterCrash(window, options.onTrouble);
  window.webContents.on('preload-error', (_, path, error) => options.onTrouble(`preload ${error.name}`));
  window
    // Told by the address, so that the very first picture is that of the right screen.
    .loadURL(`${APP_ORIGIN}/${options.account === null ? '#sign-in' : ''}`)
    .catch((error: unknown) => options.onTrouble(error instanceof Error ? error.name : 'load'));
  return { account: options.account, window, ...events(window, options.greeting), focus: () => focus(window) };
}

function frameColour(): string {
  return nativeTheme.shouldUseDarkColors ? frameColours.dark : frameColours.light;
}

/** What shows at the edge while a window is made larger has the colour of the page. */
function followTheme(window: BrowserWindow): void {
  const paint = (): void => window.setBackgroundColor(frameColour());
  nativeTheme.on('updated', paint);
  window.once('closed', () => nativeTheme.off('updated', paint));
}

function events(window: BrowserWindow, greeting: DeskWindowOptions['greeting']): Pick<DeskWindow, 'send' | 'listens'> {
  const early: DeskEvent[] = [];
  let listening = false;
  // A reloaded page listens anew. Its frames, which show documents, never do.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) listening = false;
  });
  return {
    send: (event) => {
      if (window.isDestroyed()) return;
      if (listening) window.webContents.send(deskChannel, event);
      else early.push(event);
    },
    listens: () => {
      listening = true;
      for (const event of [...early.splice(0), ...greeting()]) window.webContents.send(deskChannel, event);
    },
  };
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The page goes nowhere: its views are its own, links go out by the allow-list, frames show attachments only. */
function guard(contents: WebContents, outsideHosts: () => readonly string[]): void {
  contents.on('will-frame-navigate', (event) => {
    const isAttachment = event.url.startsWith(`${ATTACHMENT_SCHEME}://`) || event.url.startsWith(PDF_VIEWER);
    if (event.isMainFrame || !isAttachment) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url, outsideHosts())) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** A page whose process is gone is shown anew: what was typed lies in the drafts and the journal. */
function reviveAfterCrash(window: BrowserWindow, onTrouble: (code: string) => void): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    onTrouble(`page-gone ${reason}`);
    // Once in a while; a page that dies at once again would only flicker.
    if (reason === 'clean-exit' || Date.now() - last < 10_000) return;
    last = Date.now();
    window.webContents.reload();
  });
}

function rememberPlace(window: BrowserWindow, settings: Settings): void {
  let later: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(later);
    later = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
      const name = arrangement(screen.getAllDisplays().map(({ workArea }) => workArea));
      const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      // Where a window was is not worth a message when it cannot be written.
      settings.change({ places: { ...settings.get().places, [name]: place } }).catch(() => undefined);
    }, 400);
  };
  window.on('resize', keep).on('move', keep).on('maximize', keep).on('unmaximize', keep);
}

export function preloadFile(dist: string): string {
  return join(dist, 'preload', 'preload.cjs');
}
