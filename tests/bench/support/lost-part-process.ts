import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { rightSchema } from '../../../shared/contract/parts.ts';
import { openedRecords } from '../../support/offline/on-disk.ts';
import { openHandlerDesk } from './handler-desk.ts';
import { sealedWords } from './handled-case.ts';
import { signIn } from './signed-in.ts';

// The desk of a handler: says how many of its records hold a part, and, told the rights that are left, when none does.

const inputSchema = z.object({ address: z.string(), member: z.string() });
const rightsSchema = z.array(rightSchema);

const { address, member } = inputSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
const { account, token } = await signIn(address, member);
const folder = mkdtempSync(join(tmpdir(), 'bench-desk-'));
const desk = await openHandlerDesk(address, { account, token, folder });
try {
  console.log(JSON.stringify({ holding: await recordsHolding() }));
  for await (const line of createInterface({ input: process.stdin })) {
    await desk.shows(rightsSchema.parse(JSON.parse(line)));
    let at = Date.now();
    for (let holding = await recordsHolding(); holding > 0; holding = await recordsHolding()) at = Date.now();
    console.log(JSON.stringify({ gone: at }));
  }
} finally {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Every record of the cache is opened with the account's key: sealed bytes hide what is in them. */
async function recordsHolding(): Promise<number> {
  return (await openedRecords(desk.disk, account)).filter((text) => text.includes(sealedWords)).length;
}
