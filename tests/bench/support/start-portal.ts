import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sessionSchema } from '../../../shared/contract/session.ts';
import { root } from '../../support/desktop/readable-app.ts';
import { freePort } from '../../support/postgres-cluster.ts';
import { benchPassword, readerEmail } from './bench-network.ts';

/** A portal server in a process of its own, under plain Node. */
export interface StartedPortal {
  readonly address: string;
  readonly process: number;
  readonly stop: () => Promise<void>;
}

/** Starts the built portal server on the database in a folder, or where the environment says; resolves when it answers. */
export async function startPortal(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  heard: (said: string) => void = () => undefined,
): Promise<StartedPortal> {
  const port = await freePort();
  const script = join(root, 'dist', 'portal', 'serve.js');
  const served = spawn(process.execPath, [script, '--port', String(port), '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<void>((resolve) => served.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    served.once('exit', (code) => reject(new Error(`the portal server ended with ${code}`)));
    served.stdout.on('data', (bytes) => {
      heard(String(bytes));
      if (String(bytes).includes('answers at')) resolve();
    });
  });
  if (served.pid === undefined) throw new Error('the portal server has no process');
  return {
    address: `http://127.0.0.1:${port}`,
    process: served.pid,
    stop: async () => {
      served.kill();
      await ended;
    },
  };
}

/** Posts JSON as somebody who is signed in. */
export type Post = (path: string, body: unknown) => Promise<unknown>;

/** As the benches' reader. */
export function signedInPost(address: string): Promise<Post> {
  return postSignedInAs(address, { email: readerEmail, password: benchPassword });
}

export async function postSignedInAs(
  address: string,
  who: { readonly email: string; readonly password: string },
): Promise<Post> {
  const post = async (path: string, body: unknown, authorization = ''): Promise<unknown> => {
    const response = await fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const { token } = sessionSchema.parse(await post('/sign-in', who));
  return (path, body) => post(path, body, `Bearer ${token}`);
}
