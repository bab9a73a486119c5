import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { hashPassword } from '../../portal/accounts/password-hash.ts';
import { inChange } from '../../portal/commands/in-change.ts';
import { networkNow } from '../../portal/commands/directory-change.ts';
import { addCases } from '../../portal/commands/save-case.ts';
import { applyNetwork } from '../../portal/network/apply-network.ts';
import { networkSchema } from '../../portal/network/network-document.ts';
import { openStore, type StoreAddress } from '../../portal/store/open-store.ts';
import { aContent } from '../support/builders.ts';
import { startPostgres } from '../support/postgres-cluster.ts';
import { smallNetwork } from '../support/small-network.ts';
import { batchOf, checkCarriedOut, issued } from './support/bench-commands.ts';
import { alone, othersWait } from './support/others-wait.ts';
import { median } from './support/pairs.ts';
import { tellMachine } from './support/report.ts';
import { postSignedInAs, startPortal, type Post } from './support/start-portal.ts';

const items = 100;
const sizes = [1000, 10_000];
const password = 'a password of the bench';

// How long everybody else waits while a batch of a hundred chat lines is carried out, against one such line alone.
await tellMachine();
const folder = mkdtempSync(join(tmpdir(), 'bench-batch-'));
const cluster = await startPostgres();
const addresses: readonly StoreAddress[] = [{ file: join(folder, 'portal.db') }, { url: cluster.url }];
try {
  for (const address of addresses) {
    const account = await fill(address);
    const environment: Record<string, string> = 'url' in address ? { PORTAL_DATABASE_URL: address.url } : {};
    const served = await startPortal(folder, environment);
    try {
      const post = await postSignedInAs(served.address, { email: 'anna@example.com', password });
      console.log('url' in address ? 'PostgreSQL' : 'SQLite');
      for (const size of sizes) await measure(served.address, { post, account, size });
    } finally {
      await served.stop();
    }
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fill(address: StoreAddress): Promise<string> {
  const store = await openStore(address);
  const deps = {
    store,
    now: () => new Date().toISOString(),
    newId: uuidv7,
    mark: () => randomBytes(8).toString('hex'),
    publicUrl: () => 'https://portal.example',
  };
  const network = networkSchema.parse(smallNetwork);
  await applyNetwork(deps, { network, passwordHash: await hashPassword(password) });
  for (const [portal, ids] of [
    ['nordic-portal', sizes.map((size) => `case-${size}`)],
    ['southern-portal', ['other']],
  ] as const) {
    await inChange(deps, portal, async (change) =>
      addCases(
        change,
        await networkNow(change),
        ids.map((id) => aContent({ id, number: id })),
      ),
    );
  }
  const { person } = await store.db
    .selectFrom('member')
    .select('person')
    .where('id', '=', 'anna')
    .executeTakeFirstOrThrow();
  await store.close();
  return `${store.storeId}.${person}`;
}

interface Bench {
  readonly post: Post;
  readonly account: string;
  readonly size: number;
}

async function measure(address: string, { post, account, size }: Bench): Promise<void> {
  const line = (portal: string, id: string, text: string) =>
    issued({ name: 'write-chat', input: { text }, subject: { kind: 'case', id } }, { account, portal });
  const send = async (commands: readonly ReturnType<typeof line>[]): Promise<void> =>
    checkCarriedOut(await post('/commands', batchOf(account, commands)), commands.length);
  const long = () => line('nordic-portal', `case-${size}`, 'dry '.repeat(size / 4));
  const asked = {
    '/health': async () => (await fetch(`${address}/health`)).text(),
    'another portal’s command': () => send([line('southern-portal', 'other', 'x')]),
  };
  for (const [what, ask] of Object.entries(asked)) {
    const { waits, whole } = await othersWait(() => send(Array.from({ length: items }, long)), ask);
    // The case is at its longest now: as long takes the last line of the batch.
    const one = await alone(() => send([long()]));
    const times = (wait: number): string => `${wait.toFixed(0)} ms (${(wait / one).toFixed(1)} times)`;
    console.log(
      `${size} characters: batch ${whole.toFixed(0)} ms, one line alone ${one.toFixed(0)} ms; ${what} was answered ${waits.length} times meanwhile, median ${times(median(waits))}, longest ${times(Math.max(...waits))}`,
    );
  }
}
