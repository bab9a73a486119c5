import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { HttpBindings } from '@hono/node-server';
import { folderTransport, smtpTransport } from '../mail/transports.ts';
import { makeSetUpToken } from '../network/first-operator.ts';
import { NewerDatabase } from '../store/migrate.ts';
import type { StoreAddress } from '../store/open-store.ts';
import { NoRoomToUpgrade } from '../store/upgrade-copy.ts';
import { version } from '../version.ts';
import { afterRestore } from './after-restore.ts';
import { CommandLineError } from './command-line-error.ts';
import { DatabaseInUse, LockUnusable } from './hold-database.ts';
import { listen } from './listen.ts';
import { isLoopback } from './loopback.ts';
import { nowAndThen } from './now-and-then.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import { createProxyNotice } from './proxy-notice.ts';
import { tellSilence, whenReachable } from './reach-database.ts';
import { lostKeyNotice, readRecoveryKey } from './recovery-key.ts';

/** What the command line and the environment say. */
export interface StandAloneInput {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  readonly onFault: (fault: unknown) => void;
}

/** A running portal server. */
export interface StandAlone {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const usage = `Partner Desk portal server ${version}

  --port <number>   where to listen (4600)
  --host <address>  on which address (127.0.0.1)
  --data <folder>   where the SQLite file and unsent mails lie (./portal-data)
  --demo            with the demo's portals and accounts; on this machine only
  --restored        once, after a copy of the database was put back: ends every session and link (docs/backup.md)

  PORTAL_DATABASE_URL    a PostgreSQL database instead of the SQLite file
  PORTAL_LISTEN_URL      the same database past a pooler in transaction mode, for LISTEN alone
  PORTAL_SMTP_URL        where mails are sent; else they are written into a folder
  PORTAL_MAIL_FROM       whom mails come from
  PORTAL_PUBLIC_URL      where people reach it, for the links in mails
  PORTAL_ADDRESS_HEADER  the header in which a trusted proxy says who asks
  PORTAL_RECOVERY_KEY    seals recovery secrets; else the file recovery.key in the data folder (docs/backup.md)`;

/** Starts the portal server by itself, under plain Node; null where it only said or did something. */
export async function startStandAlone(input: StandAloneInput): Promise<StandAlone | null> {
  const { environment, say } = input;
  const settings = readArguments(input.arguments);
  if (settings.help) {
    say(usage);
    return null;
  }
  if (settings.demo && !isLoopback(settings.host)) {
    throw new CommandLineError('--demo offers accounts with a known password: it goes with --host 127.0.0.1 only.');
  }
  const database = databaseOf(environment, settings);
  const elsewhere = ['PORTAL_DATABASE_URL', 'PORTAL_SMTP_URL', 'PORTAL_RECOVERY_KEY'].every(
    (name) => environment[name],
  );
  if (!elsewhere) await mkdir(settings.data, { recursive: true, mode: 0o700 });
  if (!settings.restored) return serve(input, settings, database);
  await afterRestore(database, say).catch(tellUnusable);
  return null;
}

type Settings = ReturnType<typeof readArguments>;

function databaseOf(environment: StandAloneInput['environment'], { data }: Settings): StoreAddress {
  const listenUrl = environment['PORTAL_LISTEN_URL'] || undefined;
  if (listenUrl && !URL.canParse(listenUrl)) throw new CommandLineError('PORTAL_LISTEN_URL is no address.');
  const url = environment['PORTAL_DATABASE_URL'];
  // Whole, so that no name of a folder is taken for an address by SQLite (`file:…`).
  return url ? { url, listenUrl } : { file: resolve(data, 'portal.db') };
}

/** Listens at once and answers 503 until the database is open, which may come up later than the portal server. */
async function serve(input: StandAloneInput, settings: Settings, database: StoreAddress): Promise<StandAlone> {
  const { environment, say, onFault } = input;
  const { host, data, demo } = settings;
  const { key, place } = await readRecoveryKey(environment['PORTAL_RECOVERY_KEY'], data);
  let opened: OpenPortal | null = null;
  const proxyNotice = createProxyNotice(environment, say);
  const answer = (request: Request, bindings: unknown) => {
    proxyNotice.see(request, bindings as HttpBindings);
    return opened?.app.fetch(request, bindings as object) ?? notYet();
  };
  const listening = await listen(answer, host, settings.port).catch((cause: unknown) => {
    throw notListening(settings, cause);
  });
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`;
  const publicUrl = (environment['PORTAL_PUBLIC_URL'] ?? address).replace(/\/+$/, '');
  const smtp = environment['PORTAL_SMTP_URL'];
  const from = environment['PORTAL_MAIL_FROM'];
  const open = (): Promise<OpenPortal> =>
    openPortal({
      address: database,
      recoveryKey: key,
      demoDay: demo ? new Date().toISOString().slice(0, 10) : null,
      transport: () => (smtp ? smtpTransport(smtp, from) : folderTransport(join(data, 'mail'), from)),
      publicUrl: () => publicUrl,
      addressHeader: environment['PORTAL_ADDRESS_HEADER'],
      onFault,
      onUpgrade: nowAndThen(({ done, total }) => say(`The tables are being upgraded: ${done} of ${total} cases.`)),
    });
  const portal = await ('url' in database ? whenReachable(open, say) : open()).catch(async (cause: unknown) => {
    await listening.close();
    return tellUnusable(cause);
  });
  opened = portal;
  const stopListening = tellSilence(portal.store, say);
  say(`Partner Desk portal server ${version} answers at ${address}`);
  const token = await makeSetUpToken(portal.deps);
  if (token !== null) {
    const link = `${publicUrl}/set-up?token=${token}`;
    say(`It is empty. Its first operator opens this link, which works once, within a day: ${link}`);
  }
  proxyNotice.started();
  const lostKey = lostKeyNotice(portal.unopenedSecrets, place);
  if (lostKey !== null) say(lostKey);
  return {
    address,
    close: async () => {
      await listening.close();
      stopListening();
      await portal.close();
    },
  };
}

function tellUnusable(cause: unknown): never {
  if (cause instanceof Error && cause.cause instanceof NewerDatabase)
    throw new CommandLineError(cause.cause.message, { cause });
  if (cause instanceof Error && cause.cause instanceof NoRoomToUpgrade)
    throw new CommandLineError(cause.cause.message, { cause });
  if (cause instanceof LockUnusable) throw new CommandLineError(cause.message, { cause });
  if (!(cause instanceof DatabaseInUse)) throw cause;
  throw new CommandLineError(`${cause.message.replace(/\.$/, '')} or choose another --data.`, { cause });
}

/** Until the database is there; a load balancer and the app come again. */
function notYet(): Response {
  return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
}

function readArguments(given: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        port: { type: 'string', default: '4600' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string', default: 'portal-data' },
        demo: { type: 'boolean', default: false },
        restored: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no port.`);
    return { ...values, port };
  } catch (cause) {
    throw new CommandLineError(cause instanceof Error ? cause.message : 'The command line is wrong.', { cause });
  }
}

function notListening({ host, port }: { host: string; port: number }, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return new CommandLineError(`Port ${port} on ${host} is taken by another program: choose one with --port.`);
  }
  if (code === 'EACCES')
    return new CommandLineError(`This user may not listen on port ${port}: choose one above 1023.`);
  if (code === 'EADDRNOTAVAIL') return new CommandLineError(`This machine has no address ${host}: see --host.`);
  return cause;
}
