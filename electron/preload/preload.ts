import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import { deskChannel } from '../../shared/contract/desk-api.ts';
import type { DeskApi, DeskEvent, DeskVerb, VerbAt } from '../../shared/contract/desk-api.ts';

/** A named verb; what it means is decided in main, which trusts nothing that arrives. */
function verb<V extends DeskVerb>(
  name: V,
): (...args: Parameters<VerbAt<V>>) => Promise<Awaited<ReturnType<VerbAt<V>>>> {
  return (...args) => ipcRenderer.invoke(`${deskChannel}${name}`, ...args);
}

function onEvent(listener: (event: DeskEvent) => void): () => void {
  const pass = (_: IpcRendererEvent, event: DeskEvent): void => listener(event);
  ipcRenderer.on(deskChannel, pass);
  // What happened before anyone listened (a link that started the app) is told now.
  ipcRenderer.send(deskChannel);
  return () => ipcRenderer.off(deskChannel, pass);
}

const desk = {
  about: verb('about'),
  server: {
    current: verb('server.current'),
    check: verb('server.check'),
    choose: verb('server.choose'),
    acceptStore: verb('server.acceptStore'),
  },
  accounts: {
    known: verb('accounts.known'),
    signIn: verb('accounts.signIn'),
    signInOffline: verb('accounts.signInOffline'),
    leave: verb('accounts.leave'),
    signOut: verb('accounts.signOut'),
    forgotPassword: verb('accounts.forgotPassword'),
  },
  session: verb('session'),
  renewSession: verb('renewSession'),
  journal: {
    read: verb('journal.read'),
    append: verb('journal.append'),
    mark: verb('journal.mark'),
    export: verb('journal.export'),
  },
  drafts: { read: verb('drafts.read'), write: verb('drafts.write') },
  files: {
    keep: verb('files.keep'),
    read: verb('files.read'),
    keepCopy: verb('files.keepCopy'),
    keepAhead: verb('files.keepAhead'),
    readCopy: verb('files.readCopy'),
    listKept: verb('files.listKept'),
    saveAs: verb('files.saveAs'),
  },
  letters: { save: verb('letters.save'), print: verb('letters.print') },
  forget: verb('forget'),
  notify: verb('notify'),
  setBadge: verb('setBadge'),
  settings: { read: verb('settings.read'), write: verb('settings.write') },
  setUp: {
    passwordFault: verb('setUp.passwordFault'),
    make: verb('setUp.make'),
    readDraft: verb('setUp.readDraft'),
    writeDraft: verb('setUp.writeDraft'),
    showMails: verb('setUp.showMails'),
  },
  resetDemo: verb('resetDemo'),
  onEvent,
} satisfies DeskApi;

contextBridge.exposeInMainWorld('desk', desk);
