import type { Command } from '../../shared/contract/commands.ts';
import { commandBook, type CommandNameFor } from '../../shared/domain/command-book.ts';
import type { OfficeTerms } from '../../shared/domain/office/change-office.ts';
import { directoryFor } from '../reads/network.ts';
import { notFound, type Carried, type Carrying } from './carrying.ts';
import { networkNow, noteDirectoryChange } from './directory-change.ts';
import { renderAgain } from './render-again.ts';

type OfficeCommand = Extract<Command, { name: CommandNameFor<'office'> }>;
type PortalCommand = Extract<Command, { name: CommandNameFor<'portal'> }>;

/** True for a command about an office. */
export function isOfficeCommand(command: Command): command is OfficeCommand {
  return commandBook[command.name].subject === 'office';
}

/** Carries out a command about an office; one that is not in the reader's directory does not exist for him or her. */
export async function carryOutOffice(carrying: Carrying, command: OfficeCommand): Promise<Carried> {
  const { change, network, standing } = carrying;
  const entry = directoryFor(network, standing).offices.find(({ id }) => id === command.subject.id);
  if (!entry) return notFound;
  const { id: office, company, available, inNetwork, services } = entry;
  const terms: OfficeTerms = { office, company, available, inNetwork, services };
  const decision = commandBook[command.name].decide({ standing, office: terms }, command.input);
  if (decision.kind === 'refused') return decision;
  if (decision.kind === 'undecided') throw new Error(`${command.name} could not be decided.`);
  const { after } = decision;
  await change.db
    .updateTable('office_terms')
    .set({
      available: after.available ? 1 : 0,
      in_network: after.inNetwork ? 1 : 0,
      services: JSON.stringify(after.services),
    })
    .where('portal', '=', change.portal)
    .where('office', '=', office)
    .execute();
  await noteDirectoryChange(change);
  return { kind: 'carried-out' };
}

/** Carries out a command about the portal itself: what the role carries decides what its users see. */
export async function carryOutPortal(carrying: Carrying, command: PortalCommand): Promise<Carried> {
  const { change, network, standing } = carrying;
  if (command.subject.id !== change.portal) return notFound;
  const decision = commandBook[command.name].decide({ standing, settings: network.settings }, command.input);
  if (decision.kind === 'refused') return decision;
  if (decision.kind === 'undecided') throw new Error(`${command.name} could not be decided.`);
  await change.db
    .updateTable('portal')
    .set({ settings: JSON.stringify(decision.after), settings_changed: change.number })
    .where('id', '=', change.portal)
    .execute();
  await noteDirectoryChange(change);
  await renderAgain(change, await networkNow(change), { cases: 'with-role-user' });
  return { kind: 'carried-out' };
}
