import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import { sessionSchema } from '../../../shared/contract/session.ts';
import { tailLineSchema, type Cursor } from '../../../shared/contract/sync.ts';
import { batchOf, checkCarriedOut, issued, type BenchCommand } from './bench-commands.ts';
import { benchPassword, benchPortal } from './bench-network.ts';
import { emailOf } from './grown-network.ts';

/** What an answer weighs: characters of its lines before compression, and of those the rows line. */
export interface Weighed {
  readonly text: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Somebody signed in at a portal server. */
export interface SignedIn {
  readonly member: string;
  readonly account: string;
  readonly token: string;
  /** Carries commands out in one request and answers their ids; throws unless each was carried out. */
  readonly send: (...commands: readonly BenchCommand[]) => Promise<readonly string[]>;
  /** One page of the first sync, and where it leads to. */
  readonly page: (after: string) => Promise<Weighed & { readonly next: string | null; readonly cursor: Cursor }>;
  /** What changed since a cursor, to its end. */
  readonly delta: (cursor: Cursor) => Promise<Weighed & { readonly cursor: Cursor }>;
  readonly upload: (subject: string, name: string, content: string) => Promise<UploadedFile>;
}

/** A file that a command may attach. */
export interface UploadedFile {
  readonly file: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/** Signs a member of the grown network in. */
export async function signIn(address: string, member: string, portal = benchPortal): Promise<SignedIn> {
  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(address + path, init);
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
    return response;
  };
  const json = { 'content-type': 'application/json' };
  const signingIn = { email: emailOf(member), password: benchPassword };
  const answer = await request('/sign-in', { method: 'POST', headers: json, body: JSON.stringify(signingIn) });
  const { token, store, person } = sessionSchema.parse(await answer.json());
  const account = `${store}.${person.id}`;
  const headers = { ...json, authorization: `Bearer ${token}` };
  const post = (path: string, body: unknown): Promise<Response> =>
    request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return {
    member,
    account,
    token,
    send: async (...commands) => {
      const all = commands.map((command) => issued(command, { account, portal }));
      checkCarriedOut(await (await post('/commands', batchOf(account, all))).json(), all.length);
      return all.map(({ id }) => id);
    },
    page: async (after) => {
      const asked = `protocol=${protocolVersion}&limit=1000&after=${after}`;
      const text = await (await request(`/sync/${portal}/pages?${asked}`, { headers })).text();
      const { next, cursor } = tailOf(text);
      return { ...weighed(text), next, cursor };
    },
    delta: async (since) => {
      let whole = '';
      const asked = { protocol: protocolVersion, cursor: since, named: [] };
      for (let goOn: { readonly after?: string; readonly upTo?: Cursor } = {}; ;) {
        const text = await (await post(`/sync/${portal}/delta`, { ...asked, ...goOn })).text();
        whole += text;
        const { cursor, next, more } = tailOf(text);
        if (!more) return { ...weighed(whole), cursor };
        goOn = { after: next ?? '', upTo: cursor };
      }
    },
    upload: async (subject, name, content) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const file = { file: uuidv7(), name, size: content.length, sha256, mediaType: 'text/csv' };
      const path = `/files/${portal}/${file.file}?case=${subject}&name=${name}&sha256=${sha256}`;
      await request(path, { method: 'PUT', headers: { ...headers, 'content-type': file.mediaType }, body: content });
      return file;
    },
  };
}

/** Where somebody stands now: the cursor to ask the next delta from. */
export async function cursorNow(person: SignedIn): Promise<Cursor> {
  const { cursor } = await person.page('');
  return (await person.delta(cursor)).cursor;
}

function tailOf(text: string) {
  return tailLineSchema.parse(JSON.parse(text.trimEnd().split('\n').at(-1) ?? 'null'));
}

function weighed(text: string): Weighed {
  const rows = text.split('\n').filter((line) => line.startsWith('{"kind":"rows"'));
  return {
    text,
    bytes: Buffer.byteLength(text),
    rows: rows.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0),
  };
}
