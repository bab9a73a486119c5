// @vitest-environment node
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aBudget, aCaseHandler, aContent, aDirectory, aFile, aRole, aTask, carla } from '../../support/builders.ts';
import { aDisk } from '../../support/offline/an-account.ts';
import { aScriptedPortal, type ScriptedPortal } from '../../support/offline/scripted-portal.ts';
import { aSyncedApp, type SyncedApp } from '../../support/offline/a-synced-app.ts';

const bytes = new TextEncoder().encode('calculation');
const file = { ...aFile(), sha256: createHash('sha256').update(bytes).digest('hex') };
const cases = [
  aContent({ role: aRole({ user: carla }), tasks: [aTask({ status: 'B' })], budgets: [aBudget({ file })] }),
];

/** Carla's app, of which one decision waits; the portal server has its file unless the test says otherwise. */
function carlasApp(scripted: ScriptedPortal, has: Uint8Array = bytes): Promise<SyncedApp> {
  scripted.files = { [file.file]: has };
  scripted.delta = () => ({ standing: aCaseHandler(), directory: aDirectory(), cases });
  return aSyncedApp({}, aDisk(), scripted);
}

const copyOf = (app: SyncedApp): Promise<Uint8Array | null> => app.at.desk.files.readCopy(file.file);

test('calculation files of decisions that wait for me are fetched ahead, once', async () => {
  const scripted = aScriptedPortal();
  const app = await carlasApp(scripted);
  expect(await copyOf(app)).toEqual(Buffer.from(bytes));
  const before = scripted.asked.length;
  await app.loop.syncNow();
  expect(scripted.asked.slice(before).filter((each) => each.startsWith('GET files'))).toEqual([]);
});

test('a page of a gateway in place of a file is not kept, and the file is asked for again', async () => {
  const scripted = aScriptedPortal();
  const app = await carlasApp(scripted, new TextEncoder().encode('<html>Welcome</html>'));
  expect(await copyOf(app)).toBeNull();
  scripted.files = { [file.file]: bytes };
  await app.loop.syncNow();
  expect(await copyOf(app)).toEqual(Buffer.from(bytes));
});

test('the file of a case that was taken back and given again is fetched again', async () => {
  const scripted = aScriptedPortal();
  const app = await carlasApp(scripted);
  const given = scripted.delta;
  const at = '2026-11-23T09:00:00.000Z';
  scripted.delta = () => ({ withdrawn: [{ case: 'case-1', number: 'N-1', at, reason: 'role-removed' }] });
  await app.loop.syncNow();
  expect(await copyOf(app)).toBeNull();
  scripted.delta = given;
  await app.loop.syncNow();
  expect(await copyOf(app)).toEqual(Buffer.from(bytes));
});
