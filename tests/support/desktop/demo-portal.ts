import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { commandAnswerSchema } from '../../../shared/contract/outcomes.ts';
import { inVersionOne, type OutcomeOne } from '../../../shared/contract/protocol-one.ts';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import { basedOnSeen } from '../../../shared/domain/based-on.ts';
import type { SyncLine } from '../../../shared/contract/sync.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { contentOf, takePiece, type CasePiece } from '../../../shared/domain/case/parts/held-case.ts';
import { eyesOf, givenFor } from '../../../shared/domain/case/parts/ties.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { commandBook, type CommandInputs, type CommandName } from '../../../shared/domain/command-book.ts';

/** The built portal server under plain Node, with the demo's portals, for apps that are started beside it. */
export interface DemoPortal {
  readonly address: string;
  /** The mails it has sent so far, as text. */
  readonly mails: () => readonly string[];
  readonly signIn: (email: string, password?: string) => Promise<PortalPerson>;
  /** The folder with all it keeps: copied while it is stopped, a snapshot to start another one from. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
  /** SIGKILL, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  /** Stops it and removes what it kept. */
  readonly close: () => Promise<void>;
}

/** Somebody who speaks HTTP with it, as an insurer's own system does. */
export interface PortalPerson {
  readonly account: string;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly issue: <Name extends CommandName>(command: PortalCommand<Name>) => Promise<OutcomeOne>;
  /** The bytes go before the command that names them. */
  readonly upload: (subject: CaseAt, name: string, text: string) => Promise<CommandInputs['add-document']['file']>;
  readonly cases: (portal: string) => Promise<readonly CaseContent[]>;
}

export interface CaseAt {
  readonly portal: string;
  readonly case: string;
}

export interface PortalCommand<Name extends CommandName> {
  readonly portal: string;
  readonly subject: string;
  readonly name: Name;
  readonly input: CommandInputs[Name];
  readonly basedOn?: string | null;
}

export const demoPassword = 'storm-and-flood';

export function newPortalFolder(): string {
  return mkdtempSync(join(tmpdir(), 'partner-desk-portal-'));
}

export async function startDemoPortal(data = newPortalFolder()): Promise<DemoPortal> {
  const serve = join(import.meta.dirname, '../../../dist/portal/serve.js');
  const server = spawn(process.execPath, [serve, '--demo', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((found, lost) => {
    let said = '';
    server.stdout.on('data', (bytes) => {
      said += String(bytes);
      const match = /answers at (http:\/\/\S+)/.exec(said);
      if (match?.[1]) found(match[1]);
    });
    server.once('exit', (code) => lost(new Error(`The portal server ended with ${code}: ${said}`)));
  });
  const ended = new Promise((done) => server.once('exit', done));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    await ended;
  };
  const mail = join(data, 'mail');
  return {
    address,
    mails: () => readMails(mail),
    signIn: (email, password = demoPassword) => signIn(address, email, password),
    folder: data,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function readMails(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  } catch {
    return [];
  }
}

async function signIn(address: string, email: string, password: string): Promise<PortalPerson> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${await answer.text()}`);
  const session = (await answer.json()) as { token: string; store: string; person: { id: string } };
  const account = `${session.store}.${session.person.id}`;
  const request = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(address + path, {
      ...init,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${session.token}`, ...init.headers },
    });
  return {
    account,
    request,
    issue: (command) => issue(request, account, command),
    upload: (subject, name, text) => upload(request, subject, { name, text }),
    cases: (portal) => readCases(request, portal),
  };
}

type Request = PortalPerson['request'];

async function issue<Name extends CommandName>(
  request: Request,
  account: string,
  { portal, subject, name, input, basedOn = null }: PortalCommand<Name>,
): Promise<OutcomeOne> {
  const command = {
    id: uuidv7(),
    portal,
    account,
    subject: { kind: commandBook[name].subject, id: subject },
    name,
    basedOn: basedOnSeen({ name, subject: { id: subject }, input }, basedOn),
    after: null,
    at: new Date().toISOString(),
    input,
  };
  const body = JSON.stringify({ protocol: protocolVersion, account, commands: [command] });
  const answer = await request('/commands', { method: 'POST', body });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  const [outcome] = commandAnswerSchema.parse(await answer.json()).outcomes;
  if (!outcome) throw new Error(`${name}: no outcome`);
  return inVersionOne(outcome);
}

async function upload(request: Request, at: CaseAt, { name, text }: { readonly name: string; readonly text: string }) {
  const file = uuidv7();
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const query = new URLSearchParams({ case: at.case, name, sha256 });
  const answer = await request(`/files/${at.portal}/${file}?${query}`, {
    method: 'PUT',
    headers: { 'content-type': 'text/csv' },
    body: bytes,
  });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  return { file, name, size: bytes.length, sha256, mediaType: 'text/csv' };
}

async function readCases(request: Request, portal: string): Promise<readonly CaseContent[]> {
  const found: CaseContent[] = [];
  let standing: Standing | null = null;
  for (let after: string | null = ''; after !== null;) {
    const answer: Response = await request(
      `/sync/${portal}/pages?protocol=${protocolVersion}&limit=1000&after=${after}`,
    );
    after = null;
    for (const text of (await answer.text()).split('\n').filter(Boolean)) {
      const line = JSON.parse(text) as SyncLine; // what the portal server wrote a moment ago
      if (line.kind === 'standing') standing = line.standing;
      if (line.kind === 'pieces' && standing) found.push(...line.pieces.flatMap(shownTo(standing)));
      if (line.kind === 'tail') after = line.next;
    }
  }
  return found;
}

function shownTo(standing: Standing): (piece: CasePiece) => readonly CaseContent[] {
  const eyes = eyesOf(standing);
  return (piece) => {
    const given = eyes && givenFor(eyes, new Set(piece.ties));
    return given ? [contentOf(takePiece(null, piece, given), given)] : [];
  };
}
