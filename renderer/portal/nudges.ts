import { garbled, type Answer } from './answer.ts';
import type { Ask } from './ask.ts';
import { readLines } from './read-lines.ts';

/** Listens to the event stream; nudges carry nothing, they only say "look again" (sync.md 32). */
export function listenForNudges(ask: Ask, onNudge: () => void, stop: AbortSignal): Promise<Answer<'ended'>> {
  const init: RequestInit = { headers: { accept: 'text/event-stream' }, signal: stop };
  return ask('/sync/nudges', init, async (response, alive) => {
    if (!response.body) return garbled('an event stream without a body');
    const decoder = new TextDecoder();
    let named: string | null = null;
    let open = false;
    // Beats (comments) keep the stream alive: they are every 25 s, and `alive` waits 30.
    for await (const line of readLines(response.body, alive)) {
      if (!open) onNudge();
      open = true;
      const text = decoder.decode(line).trimEnd();
      if (text.startsWith('event:')) named = text.slice('event:'.length).trim();
      if (text.startsWith('data:')) named ??= 'message';
      if (text !== '') continue;
      if (named !== null && named !== 'beat') onNudge();
      named = null;
    }
    return { kind: 'ok', value: 'ended' };
  });
}
