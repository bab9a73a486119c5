import type { JournalState } from '../../shared/contract/desk-api.ts';
import type { CacheChange } from './cache-work.ts';
import { heldBackBefore } from './decided-anew.ts';
import { isPartlyDone, refusedItems } from './entry-items.ts';
import type { createTurns } from './in-turn.ts';
import { issueCommand, issueItem, offerAgain, type IssueDeps } from './issue-command.ts';
import type { IssueAnswer, OfflineDesk } from './offline-desk.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { caseOf } from './waiting-commands.ts';

/** What the actions of an account's desk work on. */
export interface ActionParts {
  readonly opened: Promise<Pick<IssueDeps, 'cache' | 'index'>>;
  readonly outbox: Outbox;
  readonly show: (changes: readonly CacheChange[]) => Promise<void>;
  readonly inTurn: ReturnType<typeof createTurns>;
}

/** What a person can do with the own commands; one action after the other. */
export function deskActions(
  deps: Pick<IssueDeps, 'account' | 'now' | 'newId'>,
  { opened, outbox, show, inTurn }: ActionParts,
): Pick<OfflineDesk, 'issue' | 'discard' | 'retry' | 'tryItemAnew' | 'closeRefusal'> {
  const issueDeps = async (): Promise<IssueDeps> => {
    const { cache, index } = await opened;
    return { ...deps, cache, index, outbox };
  };
  const showAt = (position: number): Promise<void> => {
    const command = outbox.at(position)?.command;
    return show(command ? [{ portal: command.portal, cases: new Set([caseOf(command)]) }] : []);
  };
  const mark = async (position: number, as: JournalState, detail?: object): Promise<void> => {
    await outbox.mark([{ position, state: as, ...(detail ? { detail } : {}) }]);
    await showAt(position);
  };
  // Answered "blocked" is nothing the portal server keeps: only a cancel makes sure that it never runs (sync.md 12).
  const cancelHeldBack = async (position: number): Promise<void> => {
    const command = outbox.at(position)?.command;
    const replaced = command ? heldBackBefore(outbox.entries(), command) : [];
    await outbox.mark(replaced.map((each) => ({ position: each.position, state: 'sent', detail: { cancel: true } })));
  };
  const shown = async (answer: IssueAnswer): Promise<IssueAnswer> => {
    if (!answer.ok) return answer;
    await cancelHeldBack(answer.position);
    await showAt(answer.position);
    return answer;
  };
  return {
    issue: (draft) => inTurn(async () => shown(await issueCommand(await issueDeps(), draft))),
    discard: (position) =>
      inTurn(async () => {
        await opened;
        const entry = outbox.at(position);
        if (!entry) return;
        if (entry.state === 'waiting' || entry.state === 'blocked') await mark(position, 'discarded');
        // Sent: only the portal server can say whether it ever runs (sync.md 12).
        if (entry.state !== 'sent' && entry.state !== 'attention') return;
        if (entry.command) await mark(position, 'sent', { ...entry.detail, cancel: true });
        else await mark(position, 'discarded');
      }),
    retry: (position) =>
      inTurn(async () => {
        const made = await issueDeps();
        const entry = outbox.at(position);
        if (!entry?.command) return { ok: false, kind: 'not-kept', reason: 'not-understood' };
        const { id } = entry.command;
        // It was posted before, so it is `sent`: only a cancel takes it back.
        if (entry.state === 'attention') await mark(position, 'sent');
        if (entry.state !== 'blocked') return { ok: true, id, position };
        const answer = await offerAgain(made, entry.command);
        if (!answer.ok) return answer;
        await mark(position, 'discarded');
        await showAt(answer.position);
        return answer;
      }),
    tryItemAnew: (position, item) =>
      inTurn(async () => {
        const made = await issueDeps();
        const entry = outbox.at(position);
        if (!entry?.command) return { ok: false, kind: 'not-kept', reason: 'not-understood' };
        const answer = await shown(await issueItem(made, entry.command, item));
        if (!answer.ok) return answer;
        const detail = { ...entry.detail, anew: [...(entry.detail.anew ?? []), item] };
        const isOver = entry.state === 'refused' && refusedItems(detail).length === 0;
        await mark(position, isOver ? whenRead(entry) : entry.state, detail);
        return answer;
      }),
    closeRefusal: (position) =>
      inTurn(async () => {
        await opened;
        const entry = outbox.at(position);
        if (entry?.state === 'refused') await mark(position, whenRead(entry), entry.detail);
      }),
  };
}

/** What was carried out of it is kept for as long as all that is done: a portal server that is set back may lose it. */
function whenRead(entry: OutboxEntry): 'done' | 'read' {
  return isPartlyDone(entry) ? 'done' : 'read';
}
