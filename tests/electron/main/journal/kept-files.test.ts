import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openKeptFiles } from '../../../../electron/main/journal/kept-files.ts';
import type { KeptFiles } from '../../../../electron/main/journal/kept-files.ts';
import { aDataKey } from '../../support/a-command.ts';
import { aFolder } from '../../support/a-folder.ts';

const invoice = new Uint8Array(Buffer.from('the calculation of a broken roof'));
const roof = { portal: 'p1', case: 'roof' };
const pipe = { portal: 'p1', case: 'pipe' };

function open(
  folder: string,
  copiesCap = 10_000,
  now: () => string = () => '2026-03-02T08:00:00.000Z',
): Promise<KeptFiles> {
  return openKeptFiles({ folder, dataKey: aDataKey, now, copiesCap });
}

function everyFile(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

test('sync 5: a kept file is named by its SHA-256, encrypted, and there after the app was opened again', async () => {
  const folder = aFolder();
  const sha256 = createHash('sha256').update(invoice).digest('hex');
  expect(await (await open(folder)).keep(invoice)).toEqual({ ok: true, sha256, size: invoice.length });
  expect(await (await open(folder)).read(sha256)).toEqual(Buffer.from(invoice));
  expect(everyFile(folder).some((path) => readFileSync(path).includes('broken roof'))).toBe(false);
});

test('a kept file that was changed on the disk, or a name that is no hash, is read as nothing', async () => {
  const folder = aFolder();
  const files = await open(folder);
  const kept = await files.keep(invoice);
  const [path = ''] = everyFile(folder);
  const bytes = readFileSync(path);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(await files.read(kept.ok ? kept.sha256 : '')).toBeNull();
  expect(await files.read('../../account.json')).toBeNull();
});

test('sync 29: forgetting a case removes its copies, not those of another case and not what waits to be sent', async () => {
  const folder = aFolder();
  const files = await open(folder);
  const kept = await files.keep(invoice);
  await files.keepCopy('file-1', invoice, roof);
  await files.keepCopy('file-2', invoice, pipe);
  await Promise.all([files.keepCopy('file-3', invoice, roof), files.forget(roof)]);
  const again = await open(folder);
  expect(await again.readCopy('file-1')).toBeNull();
  expect(await again.readCopy('file-3')).toBeNull();
  expect(await again.readCopy('file-2')).toEqual(Buffer.from(invoice));
  expect(await again.read(kept.ok ? kept.sha256 : '')).toEqual(Buffer.from(invoice));
});

test('copies stay within their cap, the one opened longest ago goes first', async () => {
  const folder = aFolder();
  let minute = 0;
  const files = await open(folder, 3000, () => new Date(Date.UTC(2026, 2, 2, 8, (minute += 1))).toISOString());
  const page = new Uint8Array(1000);
  for (const name of ['a', 'b']) await files.keepCopy(name, page, roof);
  await files.readCopy('a');
  await files.keepCopy('c', page, roof);
  expect(await files.readCopy('b')).toBeNull();
  expect(await files.readCopy('a')).not.toBeNull();
  expect(await files.readCopy('c')).not.toBeNull();
  expect(await files.keepCopy('film', new Uint8Array(5000), roof)).toMatchObject({
    ok: false,
    reason: 'not-supported',
  });
});

test('a file that no command names goes after a day, a named or a fresh one stays', async () => {
  const folder = aFolder();
  let now = '2026-03-02T20:00:00.000Z';
  const files = await open(folder, 1000, () => now);
  const named = await files.keep(invoice);
  const unnamed = await files.keep(new Uint8Array([1]));
  const keptAt = new Date('2026-03-02T08:00:00.000Z');
  for (const path of everyFile(folder)) utimesSync(path, keptAt, keptAt);
  await files.tidy(() => false);
  expect(await files.read(unnamed.ok ? unnamed.sha256 : '')).not.toBeNull();
  now = '2026-03-03T09:00:00.000Z';
  await files.tidy((sha256) => named.ok && sha256 === named.sha256);
  expect(await files.read(named.ok ? named.sha256 : '')).not.toBeNull();
  expect(await files.read(unnamed.ok ? unnamed.sha256 : '')).toBeNull();
});

test('a copy made ahead takes free room only, and what is here can be asked for without opening it', async () => {
  const folder = aFolder();
  const files = await open(folder, 2 * (invoice.length + 40));
  const waiting = await files.keep(invoice);
  const sha256 = waiting.ok ? waiting.sha256 : '';
  expect(await files.keepCopy('opened', invoice, roof)).toEqual({ ok: true });
  expect(await files.keepAhead('ahead', invoice, roof)).toEqual({ ok: true });
  expect(await files.keepAhead('no room', invoice, pipe)).toMatchObject({ ok: false, reason: 'disk-full' });
  const asked = ['opened', 'ahead', 'no room'].map((file) => ({ file, sha256: 'b'.repeat(64) }));
  expect(await files.listKept([...asked, { file: 'mine', sha256 }])).toEqual(['opened', 'ahead', 'mine']);
  expect(await files.keepCopy('opened later', invoice, pipe)).toEqual({ ok: true });
  expect(await (await open(folder)).listKept([...asked, { file: 'opened later', sha256: '' }])).toHaveLength(2);
});
