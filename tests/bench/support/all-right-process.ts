import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { sealedWords } from './handled-case.ts';
import { cursorNow, signIn, type SignedIn } from './signed-in.ts';

// Somebody connected who has the role in many cases: told that rights are changed, says when the deltas had it all, and
// whether a first sync holds nothing any more of what was lost.

const inputSchema = z.object({ address: z.string(), member: z.string() });
const standingSchema = z.object({
  standing: z.object({ settings: z.object({ externalCaseHandler: z.object({ rights: z.array(z.string()) }) }) }),
});
const rightsSchema = z.array(z.string());
const betweenDeltas = 250;

const { address, member } = inputSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
const person = await signIn(address, member);
let cursor = await cursorNow(person);
console.log(JSON.stringify({ holding: await pagesHolding(person) }));
for await (const line of createInterface({ input: process.stdin })) {
  const rights = rightsSchema.parse(JSON.parse(line)).join();
  for (let told = false; !told;) {
    await pause(betweenDeltas);
    const delta = await person.delta(cursor);
    ({ cursor } = delta);
    told = delta.text.split('\n').some((each) => each.startsWith('{"kind":"standing"') && rightsIn(each) === rights);
  }
  const right = Date.now();
  console.log(JSON.stringify({ right, holding: await pagesHolding(person) }));
}

function rightsIn(line: string): string {
  return standingSchema.parse(JSON.parse(line)).standing.settings.externalCaseHandler.rights.join();
}

/** Pages of a first sync in which the part is found. */
async function pagesHolding(of: SignedIn): Promise<number> {
  let holding = 0;
  for (let after: string | null = ''; after !== null;) {
    const page: { readonly text: string; readonly next: string | null } = await of.page(after);
    if (page.text.includes(sealedWords)) holding += 1;
    after = page.next;
  }
  return holding;
}
