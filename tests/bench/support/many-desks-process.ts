import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { textOf } from './grown-case.ts';
import { processorTime } from './process-use.ts';
import { cursorNow, signIn, type SignedIn } from './signed-in.ts';

// Many desks that listen, and somebody who writes: prints what each message took, and ends.

const inputSchema = z.object({
  address: z.string(),
  subject: z.string(),
  desks: z.number(),
  rounds: z.number(),
  server: z.number(),
});
/** A stream is nudged once a second at most: the next message is one by itself. */
const untilNextIsAlone = 2500;
const characters = 200;
const longest = 60_000;

const input = inputSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
const ending = new AbortController();
const writer = await signIn(input.address, 'bertil');
const desks: Desk[] = [];
for (let nth = 0; nth < input.desks; nth += 1)
  desks.push(await openDesk(await signIn(input.address, `insurer-${nth}`)));
for (let round = 0; round < input.rounds; round += 1) {
  await pause(untilNextIsAlone);
  const text = textOf(characters, round);
  const used = processorTime(input.server);
  const began = performance.now();
  const all = Promise.all(desks.map((desk) => desk.shows(text)));
  await writer.send({ name: 'write-chat', input: { text }, subject: { kind: 'case', id: input.subject } });
  await Promise.race([all, late()]);
  const took = performance.now() - began;
  console.log(JSON.stringify({ took, used: processorTime(input.server) - used }));
}
ending.abort();

async function late(): Promise<never> {
  await pause(longest, undefined, { ref: false });
  throw new Error(`not every desk had the message after ${longest} ms`);
}

interface Desk {
  /** Resolves when a delta of this desk holds a text. */
  readonly shows: (text: string) => Promise<void>;
}

/** A desk after its first sync, which asks the delta whenever it is nudged. */
async function openDesk(person: SignedIn): Promise<Desk> {
  let cursor = await cursorNow(person);
  let waiting: { readonly text: string; readonly seen: () => void } | null = null;
  const pull = async (): Promise<void> => {
    const delta = await person.delta(cursor);
    ({ cursor } = delta);
    if (waiting && delta.text.includes(waiting.text)) waiting.seen();
  };
  const stream = await fetch(`${input.address}/sync/nudges`, {
    headers: { authorization: `Bearer ${person.token}` },
    signal: ending.signal,
  });
  if (!stream.ok || !stream.body) throw new Error(`no stream: ${stream.status}`);
  void listen(stream.body, pull);
  return {
    shows: (text) =>
      new Promise((resolve) => {
        waiting = { text, seen: resolve };
      }),
  };
}

async function listen(body: ReadableStream<Uint8Array>, pull: () => Promise<void>): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const bytes of body) {
      if (decoder.decode(bytes, { stream: true }).includes('event: nudge')) await pull();
    }
  } catch (cause) {
    if (!ending.signal.aborted) throw cause;
  }
}
