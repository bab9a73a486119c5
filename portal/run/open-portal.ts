import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { uuidv7 } from 'uuidv7';
import { createAccounts, type Accounts } from '../accounts/accounts.ts';
import { noteMissedPasswords } from '../accounts/note-first-passwords.ts';
import { briefWaitingRoles } from '../commands/brief-waiting-roles.ts';
import { takeRecoveryKey } from '../accounts/recovery.ts';
import { demoAccounts } from '../demo/demo-accounts.ts';
import { makeDemo } from '../demo/make-demo.ts';
import type { EdgeDeps } from '../edge-deps.ts';
import { createJobs } from '../jobs/create-jobs.ts';
import { everyWork } from '../jobs/every-work.ts';
import type { MailTransport } from '../mail/transports.ts';
import { openStore, type Store, type StoreAddress } from '../store/open-store.ts';
import type { Progress } from '../store/progress.ts';
import { removeUpgradeCopies } from '../store/upgrade-copy.ts';
import { version } from '../version.ts';
import { createWholeApp } from '../whole-app.ts';
import { holdDatabase } from './hold-database.ts';

/** What a portal server is opened with. */
export interface PortalOptions {
  readonly address: StoreAddress;
  /** What recovery secrets are sealed with: 32 bytes that lie outside the database. */
  readonly recoveryKey: Uint8Array;
  /** Every API request must carry it (sync.md 27). */
  readonly launchSecret?: string | undefined;
  /** The calendar day the demo is made for; null without one. */
  readonly demoDay: string | null;
  readonly transport: () => MailTransport;
  /** Where people reach its pages. */
  readonly publicUrl: () => string;
  readonly addressHeader?: string | undefined;
  readonly onFault: (fault: unknown) => void;
  /** How far an upgrade of the tables has come. */
  readonly onUpgrade?: Progress;
}

/** An open portal server without a socket. */
export interface OpenPortal {
  readonly app: Hono;
  readonly store: Store;
  readonly accounts: Accounts;
  readonly deps: EdgeDeps;
  /** How many people have a recovery secret that only another key opens. */
  readonly unopenedSecrets: number;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database, makes the demo where it is wanted and not there, and starts what works in the background. Throws
 * `DatabaseInUse` where another portal server has the SQLite file.
 */
export async function openPortal(options: PortalOptions): Promise<OpenPortal> {
  const { address } = options;
  const held = 'file' in address ? holdDatabase(address.file) : null;
  try {
    const portal = await openHeld(options);
    if ('file' in address) dropCopies(address.file, options.onFault);
    return { ...portal, close: () => portal.close().finally(() => held?.release()) };
  } catch (cause) {
    held?.release();
    throw cause;
  }
}

async function openHeld(options: PortalOptions): Promise<OpenPortal> {
  const store = await openStore(options.address, options.onUpgrade);
  try {
    return await openOn(store, options);
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

async function openOn(store: Store, options: PortalOptions): Promise<OpenPortal> {
  const { onFault, publicUrl, demoDay } = options;
  const now = () => new Date().toISOString();
  const { recoveryKey } = options;
  const unopenedSecrets = await takeRecoveryKey(store, recoveryKey);
  const mark = () => randomBytes(9).toString('base64url');
  const accounts = createAccounts(store, { now, newId: uuidv7, mark, recoveryKey, publicUrl, onFault });
  const deps: EdgeDeps = {
    store,
    accounts,
    now,
    newId: uuidv7,
    mark,
    publicUrl,
    version,
    launchSecret: options.launchSecret,
    addressHeader: options.addressHeader,
    demoAccounts: demoDay === null ? [] : demoAccounts,
    onFault,
  };
  const made = await store.db.selectFrom('portal').select('id').limit(1).executeTakeFirst();
  if (demoDay !== null && !made) await makeDemo(deps, demoDay);
  await briefWaitingRoles(store);
  await noteMissedPasswords(deps);
  const transport = options.transport();
  const jobs = createJobs(deps, everyWork({ ...deps, transport }));
  await jobs.start();
  return {
    app: createWholeApp(deps),
    store,
    accounts,
    deps,
    unopenedSecrets,
    close: async () => {
      await jobs.stop();
      transport.close();
      await accounts.idle();
      await store.close();
    },
  };
}

/** All that a portal server reads at its start was read: the copy from before an upgrade is not needed any more. */
function dropCopies(file: string, onFault: PortalOptions['onFault']): void {
  try {
    removeUpgradeCopies(file);
  } catch (cause) {
    onFault(cause);
  }
}

/** Deletes a SQLite database with everything beside it but its lock. Throws `DatabaseInUse`, and has deleted nothing then. */
export async function deleteDatabase(file: string): Promise<void> {
  const held = holdDatabase(file);
  try {
    if (existsSync(dirname(file))) removeUpgradeCopies(file);
    for (const part of ['', '-wal', '-shm']) await rm(`${file}${part}`, { force: true });
  } finally {
    held.release();
  }
}
