import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { parseJson } from '../server/check-server.ts';

/** What an IT department decides for this computer; it wins over switches and settings (sync.md 33). */
export interface Policy {
  readonly server: string | null;
  /** False when the organisation distributes new versions itself. */
  readonly updates: boolean;
}

const policySchema = z.object({ server: z.string().max(300).optional(), updates: z.boolean().optional() });

const NONE: Policy = { server: null, updates: true };
const LINUX_FILE = '/etc/partner-desk/policy.json';
const WINDOWS_KEY = 'HKLM\\Software\\Policies\\Partner Desk';
const MAC_FILE = '/Library/Managed Preferences/example.partner-desk.app.plist';

export function readPolicy(): Promise<Policy> {
  if (process.platform === 'win32') return readWindowsPolicy();
  return process.platform === 'darwin' ? readMacPolicy() : readPolicyFile(LINUX_FILE, 0);
}

/** Read only from a file that its owner alone can change, and only if that owner is the administrator. */
export async function readPolicyFile(path: string, owner: number): Promise<Policy> {
  try {
    const file = await stat(path);
    if (file.uid !== owner || (file.mode & 0o022) !== 0) return NONE;
    return parsePolicy(parseJson(await readFile(path, 'utf8')));
  } catch {
    return NONE;
  }
}

/** The values of `reg query`, one a line: name, type, value. */
export function parseRegistry(output: string): Policy {
  const values = [...output.matchAll(/^\s+(\w+)\s+REG_(SZ|DWORD)\s+(.*)$/gm)];
  const value = (name: string): string | undefined => values.find(([, found]) => found === name)?.[3]?.trim();
  const updates = value('Updates');
  return parsePolicy({ server: value('Server'), ...(updates === undefined ? {} : { updates: Number(updates) !== 0 }) });
}

function parsePolicy(value: unknown): Policy {
  const parsed = policySchema.safeParse(value);
  return parsed.success ? { server: parsed.data.server ?? null, updates: parsed.data.updates ?? true } : NONE;
}

async function readWindowsPolicy(): Promise<Policy> {
  try {
    const { stdout } = await promisify(execFile)('reg', ['query', WINDOWS_KEY], { windowsHide: true });
    return parseRegistry(stdout);
  } catch {
    return NONE;
  }
}

async function readMacPolicy(): Promise<Policy> {
  try {
    const { stdout } = await promisify(execFile)('plutil', ['-convert', 'json', '-o', '-', MAC_FILE]);
    return parsePolicy(parseJson(stdout));
  } catch {
    return NONE;
  }
}
