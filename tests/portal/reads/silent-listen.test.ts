import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { tellSilence } from '../../../portal/run/reach-database.ts';
import { openStore } from '../../../portal/store/open-store.ts';
import { aDatabaseGate, type DatabaseGate } from '../../support/database-gate.ts';
import { createDatabase } from '../../support/postgres.ts';

const echo = 1000;

async function aServer(listenUrl: string, url = listenUrl): Promise<readonly string[]> {
  const store = await openStore({ url, listenUrl, patience: { echo } });
  const said: string[] = [];
  const stop = tellSilence(store, (line) => said.push(line));
  onTestFinished(async () => {
    stop();
    await store.close();
  });
  return said;
}

async function aGate(url: string, silent: boolean): Promise<DatabaseGate> {
  const gate = await aDatabaseGate(url, { silent });
  onTestFinished(gate.shut);
  return gate;
}

test('a LISTEN that stays silent is told once, also when the connection comes back as silent as before', async () => {
  const gate = await aGate(await createDatabase(), true);
  const said = await aServer(gate.url);
  await expect.poll(() => said, { timeout: 10_000 }).toHaveLength(1);
  expect(said[0]).toContain('PORTAL_LISTEN_URL');
  gate.shut();
  await gate.open();
  await wait(1000 + 1.5 * echo);
  expect(said).toHaveLength(1);
});

test('an address past the pooler is heard, and nothing is told', async () => {
  const database = await createDatabase();
  const said = await aServer((await aGate(database, false)).url, (await aGate(database, true)).url);
  await wait(1.5 * echo);
  expect(said).toEqual([]);
});

test('an address for LISTEN under which nobody answers is told', async () => {
  const database = await createDatabase();
  const gate = await aGate(database, false);
  gate.shut();
  const said = await aServer(gate.url, database);
  await expect.poll(() => said, { timeout: 10_000 }).toHaveLength(1);
});
