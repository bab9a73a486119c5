import type { Command } from '../../shared/contract/commands.ts';
import { viewerOf } from '../../shared/domain/case/parts/ties.ts';
import { commandBook, decideCase, type CommandNameFor } from '../../shared/domain/command-book.ts';
import type { Decided } from '../../shared/domain/decision.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { namingWhoChanged } from '../../shared/domain/who-changed.ts';
import { directoryFor } from '../reads/network.ts';
import { readSeen } from '../reads/seen-case.ts';
import { seesCase } from '../reads/visibility.ts';
import { attachFile, findAttachable } from './attach-file.ts';
import { notFound, type Carried, type Carrying } from './carrying.ts';
import { loadCase, partsToLoad, type StoredCase } from './case-content.ts';
import { noteReading, readMessages } from './note-reading.ts';
import { saveCase } from './save-case.ts';
import { tell } from './tell.ts';

type CaseCommand = Extract<Command, { name: CommandNameFor<'case'> }>;

/** True for a command about a case. */
export function isCaseCommand(command: Command): command is CaseCommand {
  return commandBook[command.name].subject === 'case';
}

/** Carries out a command about a case: who may not see it cannot tell it from one that does not exist. */
export async function carryOutCase(carrying: Carrying, command: CaseCommand): Promise<Carried> {
  const { change, network, standing, stamp } = carrying;
  const visible = await seesCase(change.db, change.portal, {
    viewer: viewerOf(standing),
    case: command.subject.id,
  });
  const before = visible
    ? await loadCase(change.db, change.portal, command.subject.id, partsToLoad(commandBook[command.name]))
    : null;
  if (!before) return notFound;
  const question = { standing, directory: directoryFor(network, standing), case: before.case, stamp };
  const decision = decideCase(question, command);
  if (decision.kind === 'refused') return { ...decision, refusal: await named(carrying, command, decision.refusal) };
  // Nothing is hidden from the portal server: a decision that cannot be taken here is a fault of ours.
  if (decision.kind === 'undecided') throw new Error(`${command.name} could not be decided.`);
  if ('file' in command.input) {
    const attachable = await findAttachable(carrying, command.subject.id, command.input.file);
    if (attachable !== 'attachable') return attachable;
    await attachFile(change, stamp.id, command.input.file);
  }
  await saveDecided(carrying, before, decision);
  return { kind: 'carried-out' };
}

/** Who changed it in between, by what this person may read of the case: the whole one would tell more. */
async function named({ change, standing }: Carrying, command: CaseCommand, refusal: Refusal): Promise<Refusal> {
  if (!('changedBy' in refusal)) return refusal;
  const asked = { viewer: viewerOf(standing), cases: [command.subject.id] };
  const [seen] = await readSeen({ db: change.db, engine: change.store.engine }, change.portal, asked);
  return seen ? namingWhoChanged(refusal, seen, command) : refusal;
}

/** Saves what was decided and tells who is to be told; a decision that changes nothing writes nothing. */
async function saveDecided(carrying: Carrying, before: StoredCase, decision: Decided<Case>): Promise<void> {
  const { change, network, standing } = carrying;
  const { after, chat, log, consequences } = decision;
  if (after === before.case && chat.length === 0 && log.length === 0) return;
  await saveCase(change, network, { before, after, chat, log });
  // The own message is no news, also behind something that still is.
  if (chat.length > 0) {
    const read = await readMessages(change, standing.member, after.id);
    await noteReading(change, standing.member, after.id, read + chat.length);
  }
  await tell(change, network, { subject: after, author: standing.member, consequences });
}
