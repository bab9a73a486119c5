// @vitest-environment node
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createPortalClient } from '../../../renderer/portal/portal-client.ts';
import { createPrefetch } from '../../../renderer/sync/prefetch.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  aFile,
  aRole,
  aTask,
  carla,
  monday,
} from '../../support/builders.ts';
import { aDisk } from '../../support/offline/an-account.ts';
import { aScriptedPortal, type ScriptedPortal } from '../../support/offline/scripted-portal.ts';
import { testAccount } from '../../support/offline/sync-lines.ts';
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

/** Documents of one case, each of other bytes. */
const plans = ['one', 'two', 'three'].map((text) => {
  const content = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const document = { ...aFile(), file: `file-${text}`, sha256, id: text, budget: null, by: carla, at: monday };
  return { content, document };
});
const handled = aContent({
  id: 'handled',
  number: 'N-9',
  role: aRole({ user: carla }),
  documents: plans.map(({ document }) => document),
});

async function keptOf(app: SyncedApp): Promise<readonly string[]> {
  return app.at.desk.files.listKept(plans.map(({ document }) => document));
}

/** Carla's app with one case of several documents, in which she may have the role. */
function appWith(
  scripted: ScriptedPortal,
  content: typeof handled,
  change: Parameters<typeof aSyncedApp>[0] = {},
): Promise<SyncedApp> {
  scripted.files = Object.fromEntries(plans.map(({ document, content: bytesOf }) => [document.file, bytesOf]));
  scripted.delta = () => ({ standing: aCaseHandler(), directory: aDirectory(), cases: [content] });
  return aSyncedApp(change, aDisk(), scripted);
}

test('all documents of the cases I handle are fetched ahead with progress, once', async () => {
  const scripted = aScriptedPortal();
  const app = await appWith(scripted, { ...handled, case: { ...handled.case, documents: [] } });
  expect(await keptOf(app)).toEqual([]);
  const told: string[] = [];
  app.loop.subscribe(() => {
    const { ahead } = app.loop.state();
    if (ahead) told.push(`${ahead.done} of ${ahead.total}`);
  });
  const changedAt = '2026-11-23T09:30:00.000Z';
  scripted.delta = () => ({ cases: [{ ...handled, case: { ...handled.case, changedAt } }] });
  await app.loop.syncNow();
  expect(await keptOf(app)).toEqual(['file-one', 'file-two', 'file-three']);
  expect([...new Set(told)]).toEqual(['0 of 3', '1 of 3', '2 of 3']);
  expect(app.loop.state().ahead).toBeNull();
  const before = scripted.asked.length;
  await app.loop.syncNow();
  expect(scripted.asked.slice(before).filter((each) => each.startsWith('GET files'))).toEqual([]);
});

test('those of a case that somebody else handles only when it is to be kept offline', async () => {
  const others = { ...handled, case: { ...handled.case, role: null } };
  const scripted = aScriptedPortal();
  let kept = false;
  const app = await appWith(scripted, others, { isKept: ({ case: id }) => kept && id === 'handled' });
  expect(await keptOf(app)).toEqual([]);
  kept = true;
  await app.loop.syncNow();
  expect(await keptOf(app)).toEqual(['file-one', 'file-two', 'file-three']);
});

test('where there is no room more nothing is dropped for it, it is said, and nothing more is asked for', async () => {
  const scripted = aScriptedPortal();
  const nothing = { ...handled, case: { ...handled.case, documents: [] } };
  const app = await appWith(scripted, nothing);
  const { files } = app.at.desk;
  const room = { ...files, keepAhead: async () => ({ ok: false, reason: 'disk-full' }) as const };
  const full = createPrefetch({
    offline: app.desk,
    portal: createPortalClient({ account: testAccount, fetch: scripted.fetch }),
    files: room,
    isKept: () => false,
    onProgress: (progress) => void said.push(progress?.full ?? false),
  });
  const said: boolean[] = [];
  const changedAt = '2026-11-23T09:30:00.000Z';
  scripted.files = {};
  scripted.delta = () => ({ cases: [{ ...handled, case: { ...handled.case, changedAt } }] });
  await app.loop.syncNow();
  scripted.files = Object.fromEntries(plans.map(({ document, content }) => [document.file, content]));
  const before = scripted.asked.length;
  await full();
  await full();
  expect(scripted.asked.slice(before).filter((each) => each.startsWith('GET files'))).toHaveLength(1);
  expect(said).toEqual([false, true, true]);
});

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
