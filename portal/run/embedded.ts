import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DemoAccount } from '../../shared/contract/desk-api.ts';
import { readDemoDay } from '../demo/demo-day.ts';
import { folderTransport } from '../mail/transports.ts';
import { listen, type Listening } from './listen.ts';
import { deleteDatabase, openPortal, type OpenPortal } from './open-portal.ts';
import { deriveRecoveryKey } from './recovery-key.ts';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What the desk says to its portal server, by message port and by nothing else (sync.md 27). */
const deskMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    secret: z.string().min(32),
    folder: z.string().min(1),
    encryptionKey: z.string().min(16),
    demo: z.boolean(),
    mailFolder: z.string().min(1),
    /** The demo's calendar day; today unless said. */
    today: day.optional(),
  }),
  z.object({ kind: z.literal('delete'), folder: z.string().min(1), mailFolder: z.string().min(1) }),
]);

/** What it answers. */
export type EmbeddedAnswer =
  | {
      readonly kind: 'listening';
      readonly port: number;
      readonly store: string;
      readonly demoAccounts: readonly DemoAccount[];
      /** The calendar day the demo was made for; null without one. */
      readonly demoDay: string | null;
    }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'failed'; readonly detail: string };

/** The portal server inside the app: it opens when it is told to, on the loopback address only. */
export interface EmbeddedServer {
  /** One message after the other; answers what is to be said back. */
  readonly hear: (message: unknown) => Promise<EmbeddedAnswer>;
  readonly close: () => Promise<void>;
}

type Opening = Extract<z.infer<typeof deskMessage>, { kind: 'open' }>;
type Deleting = Extract<z.infer<typeof deskMessage>, { kind: 'delete' }>;

interface Open {
  readonly listening: Listening;
  readonly portal: OpenPortal;
}

/** Makes it; `onFault` writes codes and causes, never values. */
export function createEmbeddedServer(onFault: (fault: unknown) => void): EmbeddedServer {
  let current: Open | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function open(opening: Opening): Promise<EmbeddedAnswer> {
    if (current !== null) return { kind: 'failed', detail: 'it is open already' };
    await mkdir(opening.folder, { recursive: true, mode: 0o700 });
    const portal = await openFor(opening);
    const listening = await listen(answer, '127.0.0.1', 0);
    current = { listening, portal };
    return said(current);
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
    });
  }

  async function obey(message: unknown): Promise<EmbeddedAnswer> {
    const heard = deskMessage.safeParse(message);
    if (!heard.success) return { kind: 'failed', detail: 'the message was not understood' };
    try {
      return await (heard.data.kind === 'open' ? open(heard.data) : deleteAll(heard.data));
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

async function said({ listening, portal: { store, deps } }: Open): Promise<EmbeddedAnswer> {
  const { demoAccounts } = deps;
  const demoDay = demoAccounts.length > 0 ? await readDemoDay(store) : null;
  return { kind: 'listening', port: listening.port, store: store.storeId, demoAccounts, demoDay };
}

/** The innermost cause: "The database could not be opened" alone helps nobody. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  return fault.cause instanceof Error ? `${fault.message} ${reasonOf(fault.cause)}` : fault.message;
}
