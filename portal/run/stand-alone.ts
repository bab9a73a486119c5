import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { HttpBindings } from '@hono/node-server';
import { folderTransport, smtpTransport } from '../mail/transports.ts';
import { makeSetUpToken } from '../network/first-operator.ts';
import { version } from '../version.ts';
import { DatabaseInUse } from './hold-database.ts';
import { listen } from './listen.ts';
import { isLoopback } from './loopback.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import { createProxyNotice } from './proxy-notice.ts';
import { tellSilence, whenReachable } from './reach-database.ts';

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

/** The command line cannot be followed; the message says why. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

const usage = `Partner Desk portal server ${version}

  --port <number>   where to listen (4600)
  --host <address>  on which address (127.0.0.1)
  --data <folder>   where the SQLite file and unsent mails lie (./portal-data)
  --demo            with the demo's portals and accounts; on this machine only

  PORTAL_DATABASE_URL    a PostgreSQL database instead of the SQLite file
  PORTAL_LISTEN_URL      the same database past a pooler in transaction mode, for LISTEN alone
  PORTAL_SMTP_URL        where mails are sent; else they are written into a folder
  PORTAL_MAIL_FROM       whom mails come from
  PORTAL_PUBLIC_URL      where people reach it, for the links in mails
  PORTAL_ADDRESS_HEADER  the header in which a trusted proxy says who asks`;

/** Starts the portal server by itself, under plain Node. */
export async function startStandAlone(input: StandAloneInput): Promise<StandAlone | null> {
  const { environment, say, onFault } = input;
  const settings = readArguments(input.arguments);
  if (settings.help) {
    say(usage);
    return null;
  }
  const { host, data, demo } = settings;
  if (demo && !isLoopback(host)) {
    throw new CommandLineError('--demo offers accounts with a known password: it goes with --host 127.0.0.1 only.');
  }
  let address = '';
  const smtp = environment['PORTAL_SMTP_URL'];
  const from = environment['PORTAL_MAIL_FROM'];
  const url = environment['PORTAL_DATABASE_URL'];
  const listenUrl = environment['PORTAL_LISTEN_URL'] || undefined;
  if (listenUrl && !URL.canParse(listenUrl)) throw new CommandLineError('PORTAL_LISTEN_URL is no address.');
  if (!url || !smtp) await mkdir(data, { recursive: true, mode: 0o700 });
  let opened: OpenPortal | null = null;
  const proxyNotice = createProxyNotice(environment, say);
  const listening = await listen(
    (request, bindings) => {
      proxyNotice.see(request, bindings as HttpBindings);
      return opened?.app.fetch(request, bindings as object) ?? notYet();
    },
    host,
    settings.port,
  ).catch((cause: unknown) => {
    throw notListening(settings, cause);
  });
  address = `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`;
  const open = (): Promise<OpenPortal> =>
    openPortal({
      address: url ? { url, listenUrl } : { file: join(data, 'portal.db') },
      demoDay: demo ? new Date().toISOString().slice(0, 10) : null,
      transport: () => (smtp ? smtpTransport(smtp, from) : folderTransport(join(data, 'mail'), from)),
      publicUrl: () => (environment['PORTAL_PUBLIC_URL'] ?? address).replace(/\/+$/, ''),
      addressHeader: environment['PORTAL_ADDRESS_HEADER'],
      onFault,
    });
  const portal = await (url ? whenReachable(open, say) : open()).catch(async (cause: unknown) => {
    await listening.close();
    throw inWords(cause);
  });
  opened = portal;
  const stopListening = tellSilence(portal.store, say);
  say(`Partner Desk portal server ${version} answers at ${address}`);
  const token = await makeSetUpToken(portal.deps);
  if (token !== null) {
    const base = (environment['PORTAL_PUBLIC_URL'] ?? address).replace(/\/+$/, '');
    say(
      `It is empty. Its first operator opens this link, which works once, within a day: ${base}/set-up?token=${token}`,
    );
  }
  proxyNotice.started();
  return {
    address,
    close: async () => {
      await listening.close();
      stopListening();
      await portal.close();
    },
  };
}

function inWords(cause: unknown): unknown {
  if (!(cause instanceof DatabaseInUse)) return cause;
  return new CommandLineError(`${cause.message.replace(/\.$/, '')} or choose another --data.`, { cause });
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
