import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from '../../scripts/zip.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('stored, deflated and empty files come out as they went in, with their modes', async () => {
  const large = 'a line of a large file\n'.repeat(10_000);
  const zip = write([
    { name: 'app/run', text: large, mode: 0o755, deflated: true },
    { name: 'app/plain', text: 'plain', mode: 0o644, deflated: false },
    { name: 'app/empty', text: '', mode: 0o644, deflated: false },
  ]);
  await unzip(zip, folder, (name) => name.replace('app/', 'out/'));
  expect(readFileSync(join(folder, 'out/run'), 'utf8')).toBe(large);
  expect(statSync(join(folder, 'out/run')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(folder, 'out/plain'), 'utf8')).toBe('plain');
  expect(readFileSync(join(folder, 'out/empty'), 'utf8')).toBe('');
});

test('files without a place are skipped', async () => {
  const zip = write([
    { name: 'keep', text: 'kept', mode: 0o644, deflated: true },
    { name: 'leave', text: 'left', mode: 0o644, deflated: true },
  ]);
  await unzip(zip, join(folder, 'out'), (name) => (name === 'keep' ? name : undefined));
  expect(readdirSync(join(folder, 'out'))).toEqual(['keep']);
});

test('what is no zip file is refused', async () => {
  const path = join(folder, 'not.zip');
  writeFileSync(path, 'not a zip file');
  await expect(unzip(path, folder, (name) => name)).rejects.toThrow('not a zip file');
});

interface Packed {
  readonly name: string;
  readonly text: string;
  readonly mode: number;
  readonly deflated: boolean;
}

/** A zip as the format's description says, written here because nothing else on a bare machine does. */
function write(files: readonly Packed[]): string {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode, deflated } of files) {
    const bytes = deflated ? deflateRawSync(text) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(deflated ? 8 : 0, 10);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), bytes);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + bytes.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  const path = join(folder, 'made.zip');
  writeFileSync(path, Buffer.concat([...bodies, directory, end]));
  return path;
}
