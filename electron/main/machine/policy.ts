import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { PolicyTrouble } from '../../../shared/contract/desk-api.ts';
import { errorCode } from '../journal/durable-file.ts';
import { parseJson } from '../server/check-server.ts';
import { parseAddress } from '../server/server-address.ts';

/** What an IT department decides for this computer; it wins over switches and settings (sync.md 33). */
export interface Policy {
  readonly server: string | null;
  /** False when the organisation distributes new versions itself. */
  readonly updates: boolean;
  /** A policy is there and is not followed; said on the screen, or nobody would ever know. */
  readonly trouble: PolicyTrouble | null;
}

const policySchema = z.object({ server: z.string().max(300).optional(), updates: z.boolean().optional() });

const NONE: Policy = { server: null, updates: true, trouble: null };
const LINUX_FILE = '/etc/partner-desk/policy.json';
const WINDOWS_KEY = 'HKLM\\Software\\Policies\\Partner Desk';
const MAC_FILE = '/Library/Managed Preferences/example.partner-desk.desktop.plist';

export function readPolicy(): Promise<Policy> {
  if (process.platform === 'win32') return readWindowsPolicy();
  const readText = process.platform === 'darwin' ? readPropertyList : readJson;
  return readPolicyFile(process.platform === 'darwin' ? MAC_FILE : LINUX_FILE, 0, readText);
}

/** Read only from a file that its owner alone can change, and only if that owner is the administrator. */
export async function readPolicyFile(path: string, owner: number, readText = readJson): Promise<Policy> {
  try {
    const file = await stat(path);
    if (file.uid !== owner || (file.mode & 0o022) !== 0) return notFollowed(path, 'not-protected');
    return parsePolicy(parseJson(await readText(path)), path);
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? NONE : notFollowed(path, 'not-readable');
  }
}

/** The values of `reg query`, one a line: name, type, value. */
export function parseRegistry(output: string): Policy {
  const values = [...output.matchAll(/^\s+(\w+)\s+REG_(SZ|DWORD)\s+(.*)$/gm)];
  const value = (name: string): string | undefined => values.find(([, found]) => found === name)?.[3]?.trim();
  const updates = value('Updates');
  const given = { server: value('Server'), ...(updates === undefined ? {} : { updates: Number(updates) !== 0 }) };
  return parsePolicy(given, WINDOWS_KEY);
}

function parsePolicy(value: unknown, place: string): Policy {
  const parsed = policySchema.safeParse(value);
  if (!parsed.success) return notFollowed(place, 'not-understood');
  const { server, updates = true } = parsed.data;
  if (server === undefined) return { ...NONE, updates };
  const address = parseAddress(server);
  // What can be followed of it is: an address with a slip must not bring the updates back.
  if (!address.ok) return { ...notFollowed(place, address.trouble), updates };
  return { server: address.address, updates, trouble: null };
}

function notFollowed(place: string, reason: PolicyTrouble['reason']): Policy {
  return { ...NONE, trouble: { place, reason } };
}

async function readWindowsPolicy(): Promise<Policy> {
  try {
    const { stdout } = await promisify(execFile)('reg', ['query', WINDOWS_KEY], { windowsHide: true });
    return parseRegistry(stdout);
  } catch {
    // There is no such key: nothing was decided.
    return NONE;
  }
}

function readJson(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

async function readPropertyList(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)('plutil', ['-convert', 'json', '-o', '-', path]);
  return stdout;
}
