import { basedOnSeen } from '../../shared/domain/based-on.ts';
import type { CommandName } from '../../shared/domain/command-book.ts';
import { onlyItems } from '../../shared/domain/command-items.ts';
import type { CommandId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { commandSchema, type Command } from '../../shared/contract/commands.ts';
import type { Cache } from './cache.ts';
import type { CaseIndex } from './case-index.ts';
import { guessRefusal } from './guess.ts';
import type { CommandDraft, IssueAnswer } from './offline-desk.ts';
import { withWaitingMembers } from './waiting-members.ts';
import { isIndependent, isPending, subjectOf, type Outbox } from './outbox.ts';
import { caseOf } from './waiting-commands.ts';

export interface IssueDeps {
  readonly account: string;
  readonly now: () => Moment;
  /** A new UUIDv7 at that moment. */
  readonly newId: (now: Moment) => CommandId;
  readonly cache: Cache;
  readonly outbox: Outbox;
  readonly index: CaseIndex;
}

/** Another window may have written about the same thing: look again so often. */
const looks = 3;

/** Stamps, decides as a guess, and keeps the command in the journal; nothing is known of it before it is durable. */
export async function issueCommand<Name extends CommandName>(
  deps: IssueDeps,
  draft: CommandDraft<Name>,
): Promise<IssueAnswer> {
  const at = deps.now();
  const { portal, name, subject, input, batch } = draft;
  const basedOn = basedOnSeen({ name, subject, input }, draft.seen ?? null);
  const around = { id: deps.newId(at), portal, account: deps.account, subject, basedOn, at };
  return keepCommand(deps, { ...around, name, input, ...(batch ? { batch } : {}) });
}

/** One item of a command, decided anew by a command with it alone: based on what was seen when it was decided first. */
export function issueItem(deps: IssueDeps, command: Command, item: string): Promise<IssueAnswer> {
  const at = deps.now();
  const alone = onlyItems(command, (each) => each === item);
  return keepCommand(deps, { ...alone, id: deps.newId(at), basedOn: basedOnSeen(alone, command.basedOn), at });
}

/** The same command again, decided anew, at the end of the queue: its id keeps it from being carried out twice. */
export function offerAgain(deps: IssueDeps, command: Command): Promise<IssueAnswer> {
  return keepCommand(deps, { ...command, at: deps.now() });
}

async function keepCommand(deps: IssueDeps, written: object): Promise<IssueAnswer> {
  const parsed = commandSchema.safeParse({ ...written, after: null });
  if (!parsed.success) return { ok: false, kind: 'not-kept', reason: 'not-understood' };
  for (let look = 1; ; look += 1) {
    const command: Command = { ...parsed.data, after: lastWaiting(deps.outbox, parsed.data) };
    const refusal = await refusalOf(deps, command);
    if (refusal) return { ok: false, kind: 'refused', refusal };
    const answer = await deps.outbox.append(command);
    if (answer.ok) return { ok: true, id: command.id, position: answer.position };
    if (answer.reason !== 'seen-older' || look === looks) return { ok: false, kind: 'not-kept', reason: answer.reason };
    await deps.outbox.load();
    await deps.index.refresh({ portal: command.portal, cases: new Set([command.subject.id]) });
  }
}

async function refusalOf(deps: IssueDeps, command: Command) {
  const current = deps.cache.portals.get(command.portal)?.current;
  const { standing, directory, reading } = current?.base ?? {};
  if (!current || !standing || !directory || !reading) return { code: 'case-not-found', grantor: 'nobody' } as const;
  const view = await deps.index.view({ portal: command.portal, case: caseOf(command) });
  // Offered again, a command is not in its own way.
  const others = deps.outbox.entries().filter((entry) => entry.command?.id !== command.id);
  const known = withWaitingMembers(directory, others, command.portal);
  return guessRefusal(command, {
    standing,
    directory: known,
    categories: current.categories,
    reading,
    content: view?.content ?? null,
  });
}

/** The account's previous waiting command on the same subject (sync.md 10); independent ones neither wait nor are waited for. */
function lastWaiting(outbox: Outbox, command: Command): CommandId | null {
  if (isIndependent(command)) return null;
  const subject = subjectOf(command);
  const earlier = outbox
    .entries()
    .findLast(
      (entry) =>
        entry.command !== null &&
        entry.command.id !== command.id &&
        isPending(entry) &&
        !isIndependent(entry.command) &&
        subjectOf(entry.command) === subject,
    );
  return earlier?.command?.id ?? null;
}
