import type { CommandAbout } from '../../shared/contract/commands.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { viewerOf } from '../../shared/domain/case/parts/ties.ts';
import { withoutUnseen, type Named } from '../../shared/domain/case/parts/without-unseen.ts';
import { casePageOf } from '../../shared/domain/command-book.ts';
import { itemsOf } from '../../shared/domain/command-items.ts';
import type { CaseAsked } from '../../shared/domain/decision.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { namingWhoChanged } from '../../shared/domain/who-changed.ts';
import { directoryFor } from '../reads/network.ts';
import { readSeen } from '../reads/seen-case.ts';
import { givenOf } from '../reads/visibility.ts';
import { anyIsUsed, numberChanges } from '../store/invoice-numbers.ts';
import { attachFile, findAttachable } from './attach-file.ts';
import type { Carried, Carrying } from './carrying.ts';
import { loadCase, partsToLoad, type StoredCase } from './case-content.ts';
import { noteReading, readMessages } from './note-reading.ts';
import { saveCase } from './save-case.ts';
import { withSelectedMembers } from './select-members.ts';
import { carriedOut, type Loaded, type Made, type Refused, type SubjectFile } from './subject-file.ts';
import { tell } from './tell.ts';

type CaseCommand = CommandAbout<'case'>;

interface Held extends Loaded<CaseAsked, Case> {
  readonly stored: StoredCase;
}

/** Cases: who may not see one cannot tell it from one that does not exist. */
export const caseFile: SubjectFile<CaseCommand, CaseAsked, Case, Held> = {
  page: casePageOf,
  load,
  nameChanger,
  save,
};

async function load({ change, network, standing, stamp }: Carrying, command: CaseCommand): Promise<Held | null> {
  const { id } = command.subject;
  const given = await givenOf(change.db, change.portal, { viewer: viewerOf(standing), case: id });
  const stored = given && (await loadCase(change.db, change.portal, id, partsToLoad(casePageOf(command))));
  if (!stored) return null;
  const subject = withoutUnseen(stored.case, command.input as Named, { given, company: standing.company });
  const question = { actor: standing, directory: directoryFor(network, standing), case: subject, stamp };
  return { question, before: stored.case, stored };
}

/** By what this person may read of the case: the whole one would tell more. */
async function nameChanger(
  { change, standing }: Carrying,
  command: CaseCommand,
  { refusal, item }: Refused,
): Promise<Refusal> {
  if (!('changedBy' in refusal)) return refusal;
  const asked = { viewer: viewerOf(standing), cases: [command.subject.id] };
  const [seen] = await readSeen({ db: change.db, engine: change.store.engine }, change.portal, asked);
  const one = itemsOf(command).find((each) => each.item === item);
  return seen ? namingWhoChanged(refusal, seen, one?.command ?? command) : refusal;
}

/** What the number of an invoice is compared with lies in other cases, which nobody is told of. */
const numberTaken: Carried = { kind: 'refused', refusal: { code: 'invoice-number-taken', grantor: 'nobody' } };

/** With the file that it names, and who is to be told. */
async function save(carrying: Carrying, command: CaseCommand, { held, decision }: Made<Case, Held>): Promise<Carried> {
  const { change, network, standing, stamp } = carrying;
  const { after, chat, log, consequences } = withSelectedMembers(carrying, decision);
  // Nobody decides on what is unseen: what was left out of the question would be lost.
  if (held.question.case !== held.stored.case) throw new Error(`${command.name} was decided on what is unseen.`);
  const numbers = numberChanges(change.portal, held.stored.case, after);
  if (await anyIsUsed(change.db, numbers.gained)) return numberTaken;
  if ('file' in command.input && command.input.file) {
    const { file } = command.input;
    const attachable = await findAttachable(carrying, after.id, file);
    if (attachable !== 'attachable') return attachable;
    await attachFile(change, stamp.id, file);
  }
  await saveCase(change, network, { before: held.stored, after, chat, log });
  // The own message is no news, also behind something that still is.
  if (chat.length > 0) {
    const read = await readMessages(change, standing.member, after.id);
    await noteReading(change, standing.member, after.id, read + chat.length);
  }
  await tell(change, network, { subject: after, author: standing.member, consequences });
  return carriedOut;
}
