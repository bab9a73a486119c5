import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readRecoveryKey } from '../../../portal/run/recovery-key.ts';

const module = new URL('../../../portal/run/recovery-key.ts', import.meta.url).href;

test('a recovery key that could not be written leaves none behind, and the next start makes one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = `const { readRecoveryKey } = await import('${module}'); await readRecoveryKey(undefined, '${folder}');`;
  const node = [process.execPath, '--input-type=module', '--eval', script];
  // A file may have no byte: as on a full disk.
  const { status } = spawnSync('sh', ['-c', 'ulimit -f 0; exec "$@"', 'sh', ...node]);
  expect(status).not.toBe(0);
  expect(readdirSync(folder).filter((name) => name === 'recovery.key')).toEqual([]);
  const { key } = await readRecoveryKey(undefined, folder);
  expect(key).toHaveLength(32);
  expect(await readRecoveryKey(undefined, folder)).toHaveProperty('key', key);
});

test('several that start at once agree on one recovery key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const keys = await Promise.all(Array.from({ length: 8 }, () => readRecoveryKey(undefined, folder)));
  expect(new Set(keys.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(1);
  expect(readdirSync(folder)).toEqual(['recovery.key']);
});
