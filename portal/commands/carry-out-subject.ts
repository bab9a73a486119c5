import { isAbout, type Command } from '../../shared/contract/commands.ts';
import { reasonIn, type ItemFate } from '../../shared/domain/decision.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { notFound, type Carried, type Carrying } from './carrying.ts';
import { caseFile } from './case-file.ts';
import { categoriesFile } from './categories-file.ts';
import { memberFile } from './member-file.ts';
import { nameChanger } from './name-changer.ts';
import { newcomerFile } from './newcomer-file.ts';
import { officeFile } from './office-file.ts';
import { portalFile } from './portal-file.ts';
import { carriedOut, type Loaded, type Refused, type SubjectFile } from './subject-file.ts';

/** Carries a command out on what it is about, by its page; each kind of subject has one file that loads and saves it. */
export function carryOutSubject(carrying: Carrying, command: Command): Promise<Carried> {
  if (command.name === 'invite-member') return carryOutIn(newcomerFile, carrying, command);
  if (isAbout(command, 'case')) return carryOutIn(caseFile, carrying, command);
  if (isAbout(command, 'member')) return carryOutIn(memberFile, carrying, command);
  if (isAbout(command, 'office')) return carryOutIn(officeFile, carrying, command);
  if (isAbout(command, 'categories')) return carryOutIn(categoriesFile, carrying, command);
  return carryOutIn(portalFile, carrying, command);
}

async function carryOutIn<Named extends Command, Question, Aggregate, Held extends Loaded<Question, Aggregate>>(
  file: SubjectFile<Named, Question, Aggregate, Held>,
  carrying: Carrying,
  command: Named,
): Promise<Carried> {
  const held = await file.load(carrying, command);
  if (!held) return notFound;
  const { question, before, input = command.input } = held;
  const page = file.page(command);
  const decision = page.decide(question, input);
  const naming = async (refused: Refused): Promise<Refusal> => {
    if (file.nameChanger) return file.nameChanger(carrying, command, refused);
    const [thing] = page.basedOn(input, command.subject.id);
    return nameChanger(carrying, refused.refusal, (before && thing?.in(before)?.revision) ?? null);
  };
  const items = decision.kind === 'undecided' ? [] : await namedItems(decision.items ?? [], naming);
  if (decision.kind === 'refused') {
    return { kind: 'refused', refusal: reasonIn<Refusal>(items) ?? (await naming(decision)), items };
  }
  // Nothing is hidden from the portal server: a decision that cannot be taken here is a fault of ours.
  if (decision.kind === 'undecided' || items.some(({ kind }) => kind === 'undecided')) {
    throw new Error(`${command.name} could not be decided.`);
  }
  // What changes nothing writes nothing.
  const saved = decision.after === before ? carriedOut : await file.save(carrying, command, { held, decision });
  return saved.kind === 'carried-out' ? { ...saved, items } : saved;
}

async function namedItems(
  fates: readonly ItemFate[],
  naming: (refused: Refused) => Promise<Refusal>,
): Promise<readonly ItemFate[]> {
  const named: ItemFate[] = [];
  for (const fate of fates) named.push(fate.kind === 'refused' ? { ...fate, refusal: await naming(fate) } : fate);
  return named;
}
