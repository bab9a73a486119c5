import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { WaitingCommand } from '../../shared/domain/replay.ts';
import { isAbout, type Command, type CommandAbout } from '../../shared/contract/commands.ts';
import { withoutRefused } from './entry-items.ts';
import { isPending, type OutboxEntry } from './outbox.ts';

/** A command about a case. */
export type CaseCommand = CommandAbout<'case'>;

export function isCaseCommand(command: Command): command is CaseCommand {
  return isAbout(command, 'case');
}

/** The case a command shows in; a subject that is none is simply not held. */
export function caseOf(command: Command): CaseId {
  return command.name === 'mark-read' ? command.input.case : command.subject.id;
}

/** The pending commands about cases, by portal and case, in journal order. */
export function pendingByCase(
  entries: readonly OutboxEntry[],
): ReadonlyMap<PortalId, ReadonlyMap<CaseId, readonly WaitingCommand[]>> {
  const portals = new Map<PortalId, Map<CaseId, WaitingCommand[]>>();
  for (const entry of entries) {
    const { command } = entry;
    if (!command || !isPending(entry) || !isCaseCommand(command)) continue;
    const cases = portals.get(command.portal) ?? new Map<CaseId, WaitingCommand[]>();
    const waiting = cases.get(command.subject.id) ?? [];
    waiting.push(toWaiting(withoutRefused(command, entry.detail)));
    portals.set(command.portal, cases.set(command.subject.id, waiting));
  }
  return portals;
}

/** With its original stamp: a replay never makes a command newer than it is. */
function toWaiting(command: CaseCommand): WaitingCommand {
  const stamp = { id: command.id, at: command.at, receivedAt: null, basedOn: command.basedOn };
  return { ...command, stamp };
}

/** How many messages of each case are read by waiting marks: they count at once. */
export function waitingReads(entries: readonly OutboxEntry[], portal: PortalId): ReadonlyMap<CaseId, number> {
  const reads = new Map<CaseId, number>();
  for (const entry of entries) {
    const { command } = entry;
    if (command?.name !== 'mark-read' || command.portal !== portal || !isPending(entry)) continue;
    const { case: id, messages } = command.input;
    reads.set(id, Math.max(reads.get(id) ?? 0, messages));
  }
  return reads;
}
