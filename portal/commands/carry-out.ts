import type { Command } from '../../shared/contract/commands.ts';
import type { CommandOutcome } from '../../shared/contract/outcomes.ts';
import type { IssuedCommand } from '../../shared/contract/protocol-one.ts';
import { commandBook } from '../../shared/domain/command-book.ts';
import type { Stamp } from '../../shared/domain/decision.ts';
import type { Caller, ChangeDeps } from '../portal-deps.ts';
import { readNetwork, standingOf } from '../reads/network.ts';
import type { AccountTables } from '../store/account-tables.ts';
import { carryOutSubject } from './carry-out-subject.ts';
import { staleId, type Carrying } from './carrying.ts';
import { inPossibleChange, UnknownPortal, type Change, type Ending } from './in-change.ts';
import {
  answerOf,
  findOutcomes,
  fingerprint,
  inEachItem,
  isInactive,
  keepOutcome,
  refusedUnkept,
  subjectKey,
} from './outcomes.ts';

/** The session was ended while its commands were coming in: a Problem of the batch. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

/** A command as it came. */
export interface PostedCommand extends IssuedCommand {
  /** Not parsed: what 0.1.0 kept of some ids is what was sent. */
  readonly asSent: unknown;
}

/**
 * Carries a command out: once, in its own transaction, after the one it names, with the rights of this moment.
 * The order of the checks is domain.md §14: who, visible, then what `decide` says.
 */
export async function carryOut(deps: ChangeDeps, caller: Caller, posted: PostedCommand): Promise<CommandOutcome> {
  const { command } = posted;
  if (command.account !== caller.account) return notUnderstood(command, 'The command names another account.');
  if (commandBook[command.name].subject !== command.subject.kind) {
    return notUnderstood(command, 'The command is about another kind of thing.');
  }
  try {
    return await inPossibleChange(deps, command.portal, (change) => carryOutIn(change, caller, posted));
  } catch (cause) {
    if (cause instanceof UnknownPortal) return noPortal(command);
    throw cause;
  }
}

async function carryOutIn(change: Change, caller: Caller, posted: PostedCommand): Promise<Ending<CommandOutcome>> {
  const { command } = posted;
  if (!(await sessionHolds(change, caller))) throw new SessionEnded('The session has ended.');
  const kept = await findOutcomes(change.db, change.portal, command.id);
  const own = kept.find(({ account }) => account === caller.account);
  if (own) {
    const same = own.kind === 'cancelled' || isSameCommand(own.fingerprint, posted);
    return unchanged(same ? answerOf(own) : otherBody(command));
  }
  if (command.after !== null && !commandBook[command.name].independent) {
    const before = await findOutcomes(change.db, change.portal, command.after);
    const done = before.some(({ account, kind }) => account === caller.account && kind === 'carried-out');
    if (!done) return unchanged({ id: command.id, kind: 'blocked', by: command.after });
  }
  const network = await readNetwork({ store: change.store, db: change.db, during: change.number }, change.portal);
  const standing = network && standingOf(network, network.byPerson.get(caller.person));
  if (!network || !standing) return unchanged(noPortal(command));
  const carrying: Carrying = { change, network, standing, stamp: stampOf(change, command) };
  // Ids of what is made come from the command's id: a second account's command of the same id may not touch the same thing.
  const taken = kept.some(({ kind, subject }) => kind === 'carried-out' && subject === subjectKey(command));
  const carried = taken ? staleId : await carryOutSubject(carrying, command);
  if (carried.kind === 'file-missing') {
    return unchanged({ id: command.id, kind: 'file-missing', file: carried.file.file });
  }
  const concluded = inEachItem(command, carried);
  if (concluded.kind === 'refused' && isInactive(standing)) {
    return unchanged(refusedUnkept(change, command.id, concluded));
  }
  return { keep: true, value: await keepOutcome(change, posted, concluded) };
}

/** 0.1.0 took ids in capitals and codes that are there twice as they came, and kept the fingerprint of that. */
function isSameCommand(kept: string, { asIssued, asSent }: PostedCommand): boolean {
  return kept === fingerprint(asIssued) || kept === fingerprint(asSent);
}

async function sessionHolds({ db }: Change, { session }: Caller): Promise<boolean> {
  if (session === undefined) return true;
  const accounts = db.withTables<AccountTables>();
  const held = await accounts.selectFrom('auth_session').select('id').where('id', '=', session).executeTakeFirst();
  return held !== undefined;
}

/** `at` is cut to no later than received (sync.md 24). */
function stampOf(change: Change, command: Command): Stamp {
  const at = command.at < change.at ? command.at : change.at;
  return { id: command.id, at, receivedAt: change.at, basedOn: command.basedOn };
}

function unchanged(value: CommandOutcome): Ending<CommandOutcome> {
  return { keep: false, value };
}

function notUnderstood({ id }: Command, detail: string): CommandOutcome {
  return { id, kind: 'trouble', problem: 'not-understood', detail };
}

/** The same whether there is no such portal or the person is no member of it. */
function noPortal(command: Command): CommandOutcome {
  return notUnderstood(command, 'There is no such portal for this account.');
}

function otherBody({ id }: Command): CommandOutcome {
  return { id, kind: 'trouble', problem: 'other-body', detail: 'A command with this id and another body came before.' };
}
