import { app, BrowserWindow, Menu, shell } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { DeskEvent } from '../../../shared/contract/desk-api.ts';
import type { Settings } from '../machine/settings.ts';

type CommandName = Extract<DeskEvent, { kind: 'command' }>['name'];

export interface MenuOptions {
  readonly settings: Settings;
  readonly command: (name: CommandName) => void;
  /** Commands need someone signed in; their entries are dimmed in the sign-in window. */
  readonly hasAccount: boolean;
}

const ZOOM_STEP = 0.1;

/** The native menu; every entry does something that is built. */
export function setMenu(options: MenuOptions): void {
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(options, isMac) },
    { role: 'editMenu', label: '&Edit' },
    { label: '&View', submenu: viewMenu(options.settings) },
    { label: '&Go', submenu: goMenu(options) },
    { role: 'windowMenu', label: '&Window' },
    { role: 'help', label: '&Help', submenu: [aboutItem(), diagnosticsItem()] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function fileMenu({ command, hasAccount }: MenuOptions, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    { label: 'Sync now', accelerator: 'CmdOrCtrl+Shift+S', enabled: hasAccount, click: () => command('sync-now') },
    { label: 'Settings', accelerator: 'CmdOrCtrl+,', enabled: hasAccount, click: () => command('open-settings') },
    { type: 'separator' },
    isMac ? { role: 'close' } : { role: 'quit' },
  ];
}

function viewMenu(settings: Settings): MenuItemConstructorOptions[] {
  const zoomBy = (step: number) => () => void zoom(settings, settings.get().zoom + step);
  return [
    { label: 'Zoom in', accelerator: 'CmdOrCtrl+Plus', click: zoomBy(ZOOM_STEP) },
    // The plus of most keyboards needs Shift; the key itself is enough.
    {
      label: 'Zoom in',
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
      click: zoomBy(ZOOM_STEP),
    },
    { label: 'Zoom out', accelerator: 'CmdOrCtrl+-', click: zoomBy(-ZOOM_STEP) },
    { label: 'Actual size', accelerator: 'CmdOrCtrl+0', click: () => void zoom(settings, 1) },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
  ];
}

function goMenu({ command, hasAccount }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  return [
    { label: 'Back', accelerator: isMac ? 'Cmd+[' : 'Alt+Left', enabled: hasAccount, click: () => command('go-back') },
    {
      label: 'Forward',
      accelerator: isMac ? 'Cmd+]' : 'Alt+Right',
      enabled: hasAccount,
      click: () => command('go-forward'),
    },
    { type: 'separator' },
    { label: 'Find anything', accelerator: 'CmdOrCtrl+K', enabled: hasAccount, click: () => command('open-palette') },
  ];
}

function aboutItem(): MenuItemConstructorOptions {
  return { label: `About ${app.getName()}`, click: () => app.showAboutPanel() };
}

function diagnosticsItem(): MenuItemConstructorOptions {
  return { label: 'Show the log folder', click: () => void shell.openPath(app.getPath('logs')) };
}

async function zoom(settings: Settings, factor: number): Promise<void> {
  const bounded = Math.min(2, Math.max(0.5, Math.round(factor * 10) / 10));
  for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(bounded);
  await settings.change({ zoom: bounded });
}
