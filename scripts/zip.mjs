import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

// Debian's unzip may be missing and only root could install it; what the stand-in needs of the format is small.
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * Unpacks the files of a zip that `place` gives a path to; the others are skipped.
 * @param {string} zip
 * @param {string} target
 * @param {(name: string) => string | undefined} place path inside the target
 */
export async function unzip(zip, target, place) {
  const file = await open(zip);
  try {
    for (const entry of await readDirectory(file)) {
      const path = entry.name.endsWith('/') ? undefined : place(entry.name);
      if (path !== undefined) await unpack(zip, await dataStart(file, entry), entry, join(target, path));
    }
  } finally {
    await file.close();
  }
}

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {number} method 0 stored, 8 deflated
 * @property {number} packed
 * @property {number} mode
 * @property {number} offset of the local header
 */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await bytes(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from(new Uint32Array([endOfDirectory]).buffer));
  if (end < 0) throw new Error('not a zip file');
  const directory = await bytes(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at < directory.length && directory.readUInt32LE(at) === directoryEntry;) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Behind the local header, whose extra field may differ from the directory's. @param {import('node:fs/promises').FileHandle} file @param {Entry} entry */
async function dataStart(file, entry) {
  const local = await bytes(file, entry.offset, 30);
  return entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
}

/** @param {string} zip @param {number} start @param {Entry} entry @param {string} path */
async function unpack(zip, start, entry, path) {
  await mkdir(dirname(path), { recursive: true });
  const target = createWriteStream(path, { mode: entry.mode || 0o644 });
  if (entry.packed === 0) return pipeline([], target);
  const source = createReadStream(zip, { start, end: start + entry.packed - 1 });
  if (entry.method === 0) await pipeline(source, target);
  else await pipeline(source, createInflateRaw(), target);
}

/** @param {import('node:fs/promises').FileHandle} file @param {number} position @param {number} length */
async function bytes(file, position, length) {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, position);
  return buffer;
}
