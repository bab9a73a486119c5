import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { hashPassword } from '../../portal/accounts/password-hash.ts';
import { networkNow } from '../../portal/commands/directory-change.ts';
import { inChange } from '../../portal/commands/in-change.ts';
import { addCases } from '../../portal/commands/save-case.ts';
import { applyNetwork } from '../../portal/network/apply-network.ts';
import { networkSchema } from '../../portal/network/network-document.ts';
import { openStore } from '../../portal/store/open-store.ts';
import { sessionSchema } from '../../shared/contract/session.ts';
import type { Right } from '../../shared/domain/rights/rights.ts';
import { aContent, aRole, carla } from '../support/builders.ts';
import { smallNetwork } from '../support/small-network.ts';
import { batchOf, checkCarriedOut, issued } from './support/bench-commands.ts';
import { openHandlerDesk, type HandlerDesk } from './support/handler-desk.ts';
import { median } from './support/pairs.ts';
import { tellMachine } from './support/report.ts';
import { postSignedInAs, startPortal } from './support/start-portal.ts';

const rounds = 13;
const goal = 1000;
const cases = 200;
const password = 'a password of the bench';
const portal = 'nordic-portal';

// A right is given or taken by the operator: how long until a connected desk of the handler shows it. The sync loop and
// the store of the app over a real portal server; only the painting is not in it.
await tellMachine();
const folder = mkdtempSync(join(tmpdir(), 'bench-right-'));
const accounts = await fill();
const served = await startPortal(folder);
const desk = await openDesk(served.address);
try {
  const post = await postSignedInAs(served.address, { email: 'oona@example.com', password });
  const times: { readonly answered: number; readonly shown: number }[] = [];
  let revision = portal;
  for (let round = 0; round < rounds; round += 1) {
    const rights: readonly Right[] = round % 2 === 0 ? ['tasks.approve'] : ['tasks.approve', 'budget.approve'];
    const shown = desk.shows(rights);
    const subject = { kind: 'portal', id: portal };
    const of = { account: accounts.oona, portal };
    const command = issued({ name: 'change-rights', input: { rights }, subject, basedOn: revision }, of);
    const began = performance.now();
    checkCarriedOut(await post('/commands', batchOf(accounts.oona, [command])), 1);
    const answered = performance.now() - began;
    await shown;
    times.push({ answered, shown: performance.now() - began });
    revision = command.id;
    // A stream is nudged once a second at most: the next change is one by itself.
    await pause(1500);
  }
  // The first warms up.
  const counted = times.slice(1);
  const shown = counted.map((each) => each.shown);
  const longest = Math.max(...shown);
  const text = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`;
  console.log(
    `right changed -> shown on a connected desk, ${cases} cases with the role, ${counted.length} times: ` +
      `${text(median(shown))} (${text(Math.min(...shown))} to ${text(longest)}), of them until the portal server answered ` +
      `${text(median(counted.map(({ answered }) => answered)))}; goal ${goal} ms - ${longest <= goal ? 'met' : 'NOT met'}`,
  );
} finally {
  await desk.close();
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fill(): Promise<{ readonly oona: string; readonly carla: string }> {
  const store = await openStore({ file: join(folder, 'portal.db') });
  const now = () => new Date().toISOString();
  const deps = {
    store,
    now,
    newId: uuidv7,
    mark: () => randomBytes(8).toString('hex'),
    publicUrl: () => 'http://127.0.0.1',
  };
  const network = networkSchema.parse(smallNetwork);
  await applyNetwork(deps, { network, passwordHash: await hashPassword(password) });
  const contents = Array.from({ length: cases }, (_, index) =>
    aContent({ id: `case-${index}`, number: `N-${index}`, role: aRole({ user: carla }) }),
  );
  await inChange(deps, portal, async (change) => addCases(change, await networkNow(change), contents));
  const rows = await store.db.selectFrom('member').select(['id', 'person']).execute();
  const account = (id: string) => `${store.storeId}.${rows.find((row) => row.id === id)?.person ?? ''}`;
  const found = { oona: account('oona'), carla: account('carla') };
  await store.close();
  return found;
}

/** The handler's app without its screens, after its first sync and while it listens. */
async function openDesk(address: string): Promise<HandlerDesk> {
  const signedIn = await fetch(`${address}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'carla@example.com', password }),
  });
  const { token } = sessionSchema.parse(await signedIn.json());
  return openHandlerDesk(address, { account: accounts.carla, token, folder: join(folder, 'desk') });
}
