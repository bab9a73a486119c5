import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownAccount, SignInAnswer, SignInInput, SignOutAnswer } from '../../../shared/contract/desk-api.ts';
import { errorCode, syncFolder } from '../journal/durable-file.ts';
import { createTurns } from '../journal/in-turn.ts';
import { countCommands, JournalLockedError, openJournal } from '../journal/open-journal.ts';
import { checkServer } from '../server/check-server.ts';
import type { PinnedStores } from '../server/pinned-stores.ts';
import type { PortalConnection, PortalFetch } from '../server/portal-connection.ts';
import { askForSession, endSession } from '../server/portal-session.ts';
import type { PortalSession } from '../server/portal-session.ts';
import { accountFolder, accountId, listAccountFiles, readAccountFile, writeAccountFile } from './account-file.ts';
import type { AccountFile } from './account-file.ts';
import { newDataKey, openByKeyStore, openByPassword, openDataKey, wrapDataKey, wrapInKeyStore } from './key-wraps.ts';
import type { KeyStore } from './key-wraps.ts';
import { laterMoment, leaseIsOver, offlineUntil } from './lease.ts';
import { openAccount, sealToken, unsentItems } from './open-account.ts';
import type { OpenAccount } from './open-account.ts';

export interface AccountsOptions {
  /** The folder that holds one folder an account, on this computer only (never a roaming profile). */
  readonly folder: string;
  readonly keyStore: KeyStore;
  readonly now: () => string;
  readonly pins: PinnedStores;
  readonly fetch: PortalFetch;
  /** Null when the server at this address cannot be reached just now (the embedded one is starting). */
  readonly connect: (address: string) => Promise<PortalConnection | null>;
}

export interface Accounts {
  readonly known: () => Promise<readonly KnownAccount[]>;
  readonly signIn: (address: string, input: SignInInput) => Promise<SignInAnswer>;
  /** With an empty password the key store alone may open it. */
  readonly signInOffline: (input: { readonly account: string; readonly password: string }) => Promise<SignInAnswer>;
  readonly renew: (account: string, password: string) => Promise<SignInAnswer>;
  readonly signOut: (account: string) => Promise<SignOutAnswer>;
  readonly open: (account: string) => OpenAccount | null;
  readonly leave: (account: string) => Promise<void>;
  /** Open accounts whose days without the portal server are over (sync.md 31). */
  readonly overdue: () => readonly string[];
}

interface Desk {
  readonly options: AccountsOptions;
  readonly opened: Map<string, OpenAccount>;
}

/** The accounts of this computer: who may open what, online and offline (sync.md 4, 6, 25). */
export function createAccounts(options: AccountsOptions): Accounts {
  const desk: Desk = { options, opened: new Map() };
  // In turn: two sign-ins at once would wrap two data keys for one journal.
  const inTurn = createTurns();
  return {
    known: () => inTurn(() => known(desk)),
    signIn: (address, input) => inTurn(() => signIn(desk, address, input)),
    signInOffline: (input) => inTurn(() => signInOffline(desk, input)),
    renew: (account, password) => inTurn(() => renew(desk, account, password)),
    signOut: (account) => inTurn(() => signOut(desk, account)),
    open: (account) => desk.opened.get(account) ?? null,
    leave: (account) => inTurn(() => close(desk, account)),
    overdue: () =>
      [...desk.opened].filter(([, open]) => options.now() > open.offlineUntil()).map(([account]) => account),
  };
}

async function known(desk: Desk): Promise<readonly KnownAccount[]> {
  const files = await listAccountFiles(desk.options.folder);
  return Promise.all(
    files.map(async (file) => {
      const dataKey = openByKeyStore(file.wraps, desk.options.keyStore);
      const { account: id, email, name, address, lastSignIn } = file;
      const leaseOver = leaseIsOver(file.serverTime, desk.options.now());
      const remembered = dataKey !== null && !leaseOver;
      const unsent = await unsentOf(desk, file, dataKey);
      const isFormer = desk.options.pins.at(address) !== file.store;
      const until = offlineUntil(file.serverTime);
      return { id, email, name, address, lastSignIn, unsent, remembered, isFormer, offlineUntil: until, leaseOver };
    }),
  );
}

async function unsentOf(desk: Desk, file: AccountFile, dataKey: Uint8Array | null): Promise<number> {
  const open = desk.opened.get(file.account);
  if (open !== undefined) return unsentItems(open.journal.read()).length;
  if (dataKey === null) return file.unsent ?? -1;
  try {
    const folder = journalFolder(desk, file.account);
    const journal = await openJournal({ folder, dataKey, now: desk.options.now });
    const count = unsentItems(journal.read()).length;
    await journal.close();
    return count;
  } catch {
    return -1;
  }
}

async function signIn(desk: Desk, address: string, input: SignInInput): Promise<SignInAnswer> {
  const { fetch, pins } = desk.options;
  const connection = await desk.options.connect(address);
  if (connection === null) return { ok: false, reason: 'refused', detail: 'not started' };
  // Asked before the password is sent: another store must not be told it.
  const check = await checkServer(fetch, { address, connection, pinned: pins.at(address) });
  if (!check.ok) return { ok: false, reason: check.trouble, detail: check.detail };
  const answer = await askForSession(fetch, connection, input);
  if (!answer.ok) return answer;
  if (answer.session.store !== check.store) return { ok: false, reason: 'other-store', detail: answer.session.store };
  await pins.pin(address, check.store);
  return enter(desk, address, input, answer.session);
}

/** Signed in at the portal server: now the account's folder is opened, or made. */
async function enter(desk: Desk, address: string, input: SignInInput, session: PortalSession): Promise<SignInAnswer> {
  const account = accountId(session.store, session.person.id);
  const open = desk.opened.get(account);
  const folder = accountFolder(desk.options.folder, account);
  const earlier = open?.file() ?? (await readAccountFile(folder));
  const kept = open?.dataKey ?? (await keyOf(desk, earlier, input, session));
  const opens = kept !== null && (await opensJournal(desk, account, kept, open));
  if (!opens && (await isThere(folder))) {
    const unreadable = await countCommands(journalFolder(desk, account));
    if (input.setAside !== true) return { ok: false, reason: 'keys-lost', unreadable, keyGone: earlier === null };
    await putAside(desk, account);
  }
  const dataKey = opens ? kept : newDataKey();
  const file = await fileFor(desk, { account, address, session, password: input.password, earlier }, dataKey);
  const entered = open ?? (await openNew(desk, file, dataKey));
  if (open !== undefined) await open.change(file);
  entered.sawServerTime(session.serverTime);
  return { ok: true, account };
}

async function openNew(desk: Desk, file: AccountFile, dataKey: Uint8Array): Promise<OpenAccount> {
  const { folder, now } = desk.options;
  await writeAccountFile(accountFolder(folder, file.account), file);
  const opened = await openAccount({ accounts: folder, now }, file, dataKey);
  desk.opened.set(file.account, opened);
  return opened;
}

function keyOf(
  desk: Desk,
  earlier: AccountFile | null,
  input: SignInInput,
  session: PortalSession,
): Promise<Uint8Array | null> {
  if (earlier === null) return Promise.resolve(null);
  const passwords = [input.password, ...(input.previousPassword === undefined ? [] : [input.previousPassword])];
  const openers = { passwords, recovery: session.recovery ?? null };
  return openDataKey(earlier.wraps, earlier.account, openers, desk.options.keyStore);
}

interface Entering {
  readonly account: string;
  readonly address: string;
  readonly session: PortalSession;
  readonly password: string;
  readonly earlier: AccountFile | null;
}

/** Opening by one wrap rewrites the others (sync.md 4). */
async function fileFor(desk: Desk, entering: Entering, dataKey: Uint8Array): Promise<AccountFile> {
  const { account, address, session, password, earlier } = entering;
  const recovery = session.recovery ?? null;
  const wraps = await wrapDataKey(dataKey, { account, password, recovery }, desk.options.keyStore);
  return {
    format: 1,
    account,
    store: session.store,
    person: session.person.id,
    email: session.person.email,
    name: session.person.name,
    address,
    lastSignIn: desk.options.now(),
    serverTime: laterMoment(earlier?.serverTime ?? session.serverTime, session.serverTime),
    // A server that hands out no recovery secret this time must not take away the wrap of the last time.
    wraps: recovery === null ? { ...wraps, recovery: earlier?.wraps.recovery ?? null } : wraps,
    token: sealToken(session.token, account, dataKey),
  };
}

async function opensJournal(
  desk: Desk,
  account: string,
  dataKey: Uint8Array,
  open: OpenAccount | undefined,
): Promise<boolean> {
  if (open !== undefined) return true;
  try {
    const journal = await openJournal({ folder: journalFolder(desk, account), dataKey, now: desk.options.now });
    await journal.close();
    return true;
  } catch (error) {
    if (error instanceof JournalLockedError) return false;
    throw error;
  }
}

/** Something was kept for this account once, whether or not it can be read. */
async function isThere(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Put aside, never deleted: whoever still has the key can open it there. */
async function putAside(desk: Desk, account: string): Promise<void> {
  const folder = accountFolder(desk.options.folder, account);
  await rename(folder, `${folder}.set-aside-${desk.options.now().replaceAll(/[^0-9]/g, '')}`);
  await syncFolder(desk.options.folder);
}

async function signInOffline(
  desk: Desk,
  input: { readonly account: string; readonly password: string },
): Promise<SignInAnswer> {
  const { account, password } = input;
  const { keyStore, now } = desk.options;
  if (desk.opened.has(account)) return { ok: true, account };
  const file = await readAccountFile(accountFolder(desk.options.folder, account));
  if (file === null || file.account !== account) return { ok: false, reason: 'unknown-account' };
  if (leaseIsOver(file.serverTime, now())) return { ok: false, reason: 'lease-over' };
  const byPassword = password !== '';
  // A typed password is checked, even where the key store would open without it.
  const dataKey = byPassword
    ? await openByPassword(file.wraps.password, account, password)
    : openByKeyStore(file.wraps, keyStore);
  if (dataKey === null) return { ok: false, reason: byPassword ? 'wrong-credentials' : 'keys-lost' };
  try {
    const wraps = byPassword ? { ...file.wraps, keyStore: wrapInKeyStore(dataKey, keyStore) } : file.wraps;
    const open = await openAccount({ accounts: desk.options.folder, now }, { ...file, wraps }, dataKey);
    if (byPassword) await open.change({ wraps });
    desk.opened.set(account, open);
    return { ok: true, account };
  } catch (error) {
    if (!(error instanceof JournalLockedError)) throw error;
    return { ok: false, reason: 'keys-lost', unreadable: error.commands };
  }
}

/** The portal server ended the session: the password again, for the same person at the same store. */
async function renew(desk: Desk, account: string, password: string): Promise<SignInAnswer> {
  const open = desk.opened.get(account);
  if (open === undefined) return { ok: false, reason: 'unknown-account' };
  const { address, email, store } = open.file();
  const connection = await desk.options.connect(address);
  if (connection === null) return { ok: false, reason: 'refused', detail: 'not started' };
  const check = await checkServer(desk.options.fetch, { address, connection, pinned: store });
  if (!check.ok) return { ok: false, reason: check.trouble, detail: check.detail };
  const answer = await askForSession(desk.options.fetch, connection, { email, password });
  if (!answer.ok) return answer;
  if (accountId(answer.session.store, answer.session.person.id) !== account)
    return { ok: false, reason: 'other-store' };
  return enter(desk, address, { email, password }, answer.session);
}

async function signOut(desk: Desk, account: string): Promise<SignOutAnswer> {
  const open = desk.opened.get(account);
  if (open === undefined) return { ok: true };
  const unsent = open.unsent();
  if (unsent.waiting + unsent.refused + unsent.blocked > 0) return { ok: false, reason: 'unsent-work', ...unsent };
  const token = open.token();
  const { address, wraps } = open.file();
  await open.change({ token: null, wraps: { ...wraps, keyStore: null } });
  await close(desk, account);
  const connection = token === null ? null : await desk.options.connect(address);
  if (connection !== null && token !== null) await endSession(desk.options.fetch, connection, token);
  return { ok: true };
}

async function close(desk: Desk, account: string): Promise<void> {
  const open = desk.opened.get(account);
  desk.opened.delete(account);
  await open?.close();
}

function journalFolder(desk: Desk, account: string): string {
  return join(accountFolder(desk.options.folder, account), 'journal');
}
