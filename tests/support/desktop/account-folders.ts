import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeRecord } from '../../../electron/main/journal/record.ts';

/** The folders in which the app of a profile keeps one account each, those put aside as well. */
export function accountFolders(profile: string): readonly string[] {
  const accounts = join(profile, 'config', 'Partner Desk', 'accounts');
  return readdirSync(accounts).map((name) => join(accounts, name));
}

/** The folder in which the app of a profile keeps this part of its one account: `journal`, `files/copies`, … */
export function accountFolder(profile: string, part: string): string {
  return join(accountFolders(profile)[0] ?? '', part);
}

/** The folder of the cache's database, of a profile with one account. */
export function cacheFolder(profile: string): string {
  const partitions = join(profile, 'config', 'Partner Desk', 'chromium', 'Partitions');
  const found = readdirSync(partitions, { recursive: true, encoding: 'utf8' });
  return join(partitions, found.find((path) => path.endsWith('.indexeddb.leveldb')) ?? '');
}

/** The last record of a closed database's log as a kill in the middle of its writing leaves it; false where there is none. */
export function tearLog(folder: string): boolean {
  const log = inFolder(folder).findLast((path) => path.endsWith('.log'));
  if (log === undefined || statSync(log).size < 100) return false;
  truncateSync(log, statSync(log).size - 3);
  return true;
}

/** Changes what is kept in clear of each account, while the app is closed. */
export function changeAccountFiles(profile: string, change: (text: string) => string): void {
  for (const folder of accountFolders(profile)) {
    const path = join(folder, 'account.json');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
}

/** Files that wait to be sent, or lie in a draft, become so many days older. */
export function ageKeptFiles(profile: string, days: number): number {
  const then = Date.now() / 1000 - days * 24 * 60 * 60;
  const files = accountFolders(profile).flatMap((folder) => inFolder(join(folder, 'files', 'outgoing')));
  for (const file of files) utimesSync(file, then, then);
  return files.length;
}

/** The end of each journal as a failing disk and a newer version of the app leave it. */
export function damageJournals(profile: string): void {
  const ofNewerApp = encodeRecord(new Uint8Array(32), { type: 99, sequence: 1_000_000, body: {} });
  for (const folder of accountFolders(profile)) {
    const segment = inFolder(join(folder, 'journal')).findLast((path) => path.endsWith('.journal'));
    if (segment) appendFileSync(segment, Buffer.concat([Buffer.alloc(100, 'damage'), ofNewerApp]));
  }
}

function inFolder(folder: string): readonly string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}
