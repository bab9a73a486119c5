import { isAbout, type Command } from '../../shared/contract/commands.ts';
import { notFound, type Carried, type Carrying } from './carrying.ts';
import { caseFile } from './case-file.ts';
import { memberFile } from './member-file.ts';
import { nameChanger } from './name-changer.ts';
import { newcomerFile } from './newcomer-file.ts';
import { officeFile } from './office-file.ts';
import { portalFile } from './portal-file.ts';
import { carriedOut, type Loaded, type SubjectFile } from './subject-file.ts';

/** Carries a command out on what it is about, by its page; each kind of subject has one file that loads and saves it. */
export function carryOutSubject(carrying: Carrying, command: Command): Promise<Carried> {
  if (command.name === 'invite-member') return carryOutIn(newcomerFile, carrying, command);
  if (isAbout(command, 'case')) return carryOutIn(caseFile, carrying, command);
  if (isAbout(command, 'member')) return carryOutIn(memberFile, carrying, command);
  if (isAbout(command, 'office')) return carryOutIn(officeFile, carrying, command);
  return carryOutIn(portalFile, carrying, command);
}

async function carryOutIn<Named extends Command, Question, Aggregate, Held extends Loaded<Question, Aggregate>>(
  file: SubjectFile<Named, Question, Aggregate, Held>,
  carrying: Carrying,
  command: Named,
): Promise<Carried> {
  const held = await file.load(carrying, command);
  if (!held) return notFound;
  const { name, subject } = command;
  const { question, before, input = command.input } = held;
  const page = file.page(command);
  const decision = page.decide(question, input);
  if (decision.kind === 'refused') {
    const [thing] = page.basedOn(input, subject.id);
    const revision = (before && thing?.in(before)?.revision) ?? null;
    const named = file.nameChanger ?? ((_, __, refusal) => nameChanger(carrying, refusal, revision));
    return { kind: 'refused', refusal: await named(carrying, command, decision.refusal) };
  }
  // Nothing is hidden from the portal server: a decision that cannot be taken here is a fault of ours.
  if (decision.kind === 'undecided') throw new Error(`${name} could not be decided.`);
  // What changes nothing writes nothing.
  if (decision.after === before) return carriedOut;
  return file.save(carrying, command, { held, decision });
}
