import { mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { passwordFault } from '../accounts/password-rules.ts';
import { readDemoDay } from '../demo/demo-day.ts';
import { folderTransport } from '../mail/transports.ts';
import { isSetUp, makeSetUp } from '../network/make-set-up.ts';
import {
  deskMessage,
  type Deleting,
  type DeskMessage,
  type EmbeddedAnswer,
  type ListeningAnswer,
  type Opening,
  type SettingUp,
  type Upgrading,
} from './desk-message.ts';
import { listen, type Listening } from './listen.ts';
import { deleteDatabase, openPortal, type OpenPortal } from './open-portal.ts';
import { deriveRecoveryKey } from './recovery-key.ts';

/** The portal server inside the app: it opens when it is told to, on the loopback address only. */
export interface EmbeddedServer {
  /** One message after the other; answers what is to be said back. */
  readonly hear: (message: unknown) => Promise<EmbeddedAnswer>;
  readonly close: () => Promise<void>;
}

interface Open {
  readonly listening: Listening;
  readonly portal: OpenPortal;
}

/** Makes it; `onFault` writes codes and causes, never values. `tell` is what it says without being asked. */
export function createEmbeddedServer(
  onFault: (fault: unknown) => void,
  tell: (news: Upgrading) => void = () => undefined,
): EmbeddedServer {
  let current: Open | null = null;
  /** What it was opened with while it waits to be set up. */
  let waiting: Opening | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function open(opening: Opening): Promise<EmbeddedAnswer> {
    if (current !== null || waiting !== null) return { kind: 'failed', detail: 'it is open already' };
    await mkdir(opening.folder, { recursive: true, mode: 0o700 });
    const isThere = opening.demo || existsSync(databaseOf(opening));
    const portal = isThere ? await openFor(opening) : null;
    if (portal !== null && (opening.demo || (await isSetUp(portal.store)))) return begin(portal);
    await portal?.close();
    waiting = opening;
    return { kind: 'empty' };
  }

  async function begin(portal: OpenPortal): Promise<ListeningAnswer> {
    const listening = await listen(answer, '127.0.0.1', 0);
    current = { listening, portal };
    return said(current);
  }

  async function setUp({ id, setUp: given }: SettingUp): Promise<EmbeddedAnswer> {
    if (waiting === null) return { kind: 'not-made', id, answer: { ok: false, reason: 'not-empty' } };
    const fault = await passwordFault(given.operator.password, given.operator);
    if (fault !== null) return { kind: 'not-made', id, answer: { ok: false, reason: 'password', fault } };
    try {
      // What lies there was seen to be nobody's: a set-up that broke off.
      await deleteDatabase(databaseOf(waiting));
      const portal = await openFor(waiting);
      const passwords = await makeSetUp(portal.deps, given).catch(async (cause: unknown) => {
        await portal.close();
        throw cause;
      });
      waiting = null;
      return { kind: 'made', id, listening: await begin(portal), passwords };
    } catch (cause) {
      onFault(cause);
      return { kind: 'not-made', id, answer: { ok: false, reason: 'failed', detail: reasonOf(cause) } };
    }
  }

  function answer(request: Request, bindings: unknown): Response | Promise<Response> {
    const app = current?.portal.app;
    return app ? app.fetch(request, bindings as Record<string, unknown>) : new Response(null, { status: 503 });
  }

  function openFor(opening: Opening): Promise<OpenPortal> {
    const { encryptionKey, secret, demo, mailFolder, today } = opening;
    return openPortal({
      address: { file: databaseOf(opening), encryptionKey },
      recoveryKey: deriveRecoveryKey(encryptionKey),
      launchSecret: secret,
      demoDay: demo ? (today ?? new Date().toISOString().slice(0, 10)) : null,
      transport: () => folderTransport(mailFolder),
      publicUrl: () => `http://127.0.0.1:${current?.listening.port ?? 0}`,
      onFault,
      onUpgrade: (at) => tell({ kind: 'upgrading', upgrade: at }),
    });
  }

  async function does(message: DeskMessage): Promise<EmbeddedAnswer> {
    if (message.kind === 'open') return open(message);
    if (message.kind === 'set-up') return setUp(message);
    if (message.kind === 'delete') return deleteAll(message);
    const { id, password, chooser } = message;
    return { kind: 'password', id, fault: await passwordFault(password, chooser) };
  }

  async function obey(message: unknown): Promise<EmbeddedAnswer> {
    const heard = deskMessage.safeParse(message);
    if (!heard.success) return { kind: 'failed', detail: 'the message was not understood' };
    try {
      return await does(heard.data);
    } catch (fault) {
      onFault(fault);
      return { kind: 'failed', detail: reasonOf(fault) };
    }
  }

  return {
    hear: (message) => {
      const heard = turn.then(() => obey(message));
      turn = heard;
      return heard;
    },
    close: async () => {
      await turn;
      await current?.listening.close();
      await current?.portal.close();
      current = null;
      waiting = null;
    },
  };
}

function databaseOf({ folder }: Pick<Opening, 'folder'>): string {
  return join(folder, 'portal.db');
}

/** The demo is made anew when it is opened again; a database that cannot be opened goes in the same way. */
async function deleteAll({ folder, mailFolder }: Deleting): Promise<EmbeddedAnswer> {
  await deleteDatabase(databaseOf({ folder }));
  await rm(mailFolder, { recursive: true, force: true });
  return { kind: 'deleted' };
}

async function said({ listening, portal: { store, deps } }: Open): Promise<ListeningAnswer> {
  const { demoAccounts } = deps;
  const demoDay = demoAccounts.length > 0 ? await readDemoDay(store) : null;
  return { kind: 'listening', port: listening.port, store: store.storeId, demoAccounts, demoDay };
}

/** The innermost cause: "The database could not be opened" alone helps nobody. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  return fault.cause instanceof Error ? `${fault.message} ${reasonOf(fault.cause)}` : fault.message;
}
