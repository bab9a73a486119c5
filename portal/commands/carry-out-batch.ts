import { z } from 'zod';
import { commandSchemas } from '../../shared/contract/commands.ts';
import { longestId, type CommandOutcome } from '../../shared/contract/outcomes.ts';
import { readIssued } from '../../shared/contract/protocol-one.ts';
import type { Caller, PortalDeps } from '../portal-deps.ts';
import { carryOut, SessionEnded, type PostedCommand } from './carry-out.ts';
import { isBadText, isHeld, isOnlyBusy, isUnavailable } from './database-trouble.ts';
import { othersTurn } from '../others-turn.ts';

/**
 * Carries out commands in their order; one that is bad or fails harms no other (sync.md 13). Between two of them
 * everybody else gets a turn. Nobody listening any more stops nothing: the same commands come again.
 */
export async function carryOutBatch(
  deps: PortalDeps,
  caller: Caller,
  items: readonly unknown[],
): Promise<readonly CommandOutcome[]> {
  const outcomes: CommandOutcome[] = [];
  const held = new Map<unknown, unknown>();
  for (const [index, item] of items.entries()) {
    if (held.has(portalOf(item))) continue;
    if (index > 0) await othersTurn();
    try {
      outcomes.push(await carryOutItem(deps, caller, item));
    } catch (cause) {
      if (!isHeld(cause)) throw cause;
      held.set(portalOf(item), cause);
    }
  }
  // What was carried out is told again when the batch comes again; a portal that is held holds up no other.
  const [cause] = held.values();
  if (cause !== undefined) throw cause;
  return outcomes;
}

function portalOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'portal' in item ? item.portal : undefined;
}

async function carryOutItem(deps: PortalDeps, caller: Caller, item: unknown): Promise<CommandOutcome> {
  const id = idOf(item);
  const parsed = parseCommand(item);
  if ('problem' in parsed) return notUnderstood(id, parsed.problem);
  try {
    return await carryOutPatiently(deps, caller, parsed);
  } catch (cause) {
    if (cause instanceof SessionEnded || isUnavailable(cause)) throw cause;
    if (isBadText(cause)) return notUnderstood(id, 'A text has characters that cannot be kept.');
    deps.onFault(cause);
    return { id, kind: 'trouble', problem: 'fault', detail: 'The portal server failed on this command.' };
  }
}

/** By what an item is answered: what it calls its id, whatever that is, so that its sender finds it again. */
function idOf(item: unknown): string {
  const named = z.looseObject({ id: z.string() }).safeParse(item);
  return named.success ? named.data.id.slice(0, longestId) : '';
}

function notUnderstood(id: string, detail: string): CommandOutcome {
  return { id, kind: 'trouble', problem: 'not-understood', detail };
}

/** Two transactions that got in each other's way are no fault: the second try finds the way free. */
async function carryOutPatiently(deps: PortalDeps, caller: Caller, posted: PostedCommand): Promise<CommandOutcome> {
  try {
    return await carryOut(deps, caller, posted);
  } catch (cause) {
    if (!isOnlyBusy(cause)) throw cause;
    return carryOut(deps, caller, posted);
  }
}

/** What was sent comes back in what is said about it: not without end. */
const longestWords = 1000;

/** Parses one command; a name or body that is not understood is said in words. */
function parseCommand(item: unknown): PostedCommand | { readonly problem: string } {
  const named = z.looseObject({ name: z.string() }).safeParse(item);
  if (!named.success || !(named.data.name in commandSchemas)) return { problem: 'There is no command of that name.' };
  const parsed = readIssued(item);
  if (parsed.success) return { ...parsed.data, asSent: item };
  const words = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { problem: words.join(' ').slice(0, longestWords) };
}
