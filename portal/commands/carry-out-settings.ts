import type { Command } from '../../shared/contract/commands.ts';
import { commandBook, decidePortal, type CommandNameFor } from '../../shared/domain/command-book.ts';
import { termsOf } from '../../shared/domain/office/change-office.ts';
import { showsAllBudgets } from '../../shared/domain/case/parts/ties.ts';
import { seesDirectory } from '../../shared/domain/office/directory-sight.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { Revision } from '../../shared/domain/revision.ts';
import type { PortalTable } from '../store/tables.ts';
import { notFound, type Carried, type Carrying } from './carrying.ts';
import { noteDirectoryChange, noteNetworkChange } from './directory-change.ts';
import { logSettings } from './log-settings.ts';
import { nameChanger } from './name-changer.ts';
import { renewBriefs } from './renew-briefs.ts';

type OfficeCommand = Extract<Command, { name: CommandNameFor<'office'> }>;
type PortalCommand = Extract<Command, { name: CommandNameFor<'portal'> }>;

/** True for a command about an office. */
export function isOfficeCommand(command: Command): command is OfficeCommand {
  return commandBook[command.name].subject === 'office';
}

/** Carries out a command about an office; one that is not in the reader's directory does not exist for him or her. */
export async function carryOutOffice(carrying: Carrying, command: OfficeCommand): Promise<Carried> {
  const { change, network, standing, stamp } = carrying;
  const entry = seesDirectory(standing) ? network.offices.get(command.subject.id) : undefined;
  if (!entry) return notFound;
  const terms = termsOf(entry);
  const decision = commandBook[command.name].decide({ standing, office: terms, stamp }, command.input);
  if (decision.kind === 'refused')
    return { ...decision, refusal: await nameChanger(carrying, decision.refusal, terms.revision) };
  if (decision.kind === 'undecided') throw new Error(`${command.name} could not be decided.`);
  const { after } = decision;
  if (after === terms) return { kind: 'carried-out' };
  await change.db
    .updateTable('office_terms')
    .set({
      available: after.available ? 1 : 0,
      in_network: after.inNetwork ? 1 : 0,
      services: JSON.stringify(after.services),
      revision: JSON.stringify(after.revision),
      calendar: after.calendar ? JSON.stringify(after.calendar) : null,
      place: after.place ? JSON.stringify(after.place) : null,
    })
    .where('portal', '=', change.portal)
    .where('office', '=', entry.id)
    .execute();
  await logSettings(carrying, { command, before: terms, after });
  await noteDirectoryChange(change, { offices: [entry.id] });
  await renewBriefs(change, entry.company);
  return { kind: 'carried-out' };
}

/** Carries out a command about the portal itself. */
export async function carryOutPortal(carrying: Carrying, command: PortalCommand): Promise<Carried> {
  const { change, network, standing, stamp } = carrying;
  const { settings } = network;
  if (command.subject.id !== change.portal) return notFound;
  const decision = decidePortal({ standing, settings, stamp }, command);
  if (decision.kind === 'refused') {
    const revision = revisionOf(settings, command);
    return { ...decision, refusal: await nameChanger(carrying, decision.refusal, revision) };
  }
  if (decision.kind === 'undecided') throw new Error(`${command.name} could not be decided.`);
  if (decision.after === settings) return { kind: 'carried-out' };
  await change.db
    .updateTable('portal')
    .set({
      settings: JSON.stringify(decision.after),
      settings_changed: change.number,
      ...sightColumns(settings, decision.after, change.number),
    })
    .where('id', '=', change.portal)
    .execute();
  await noteNetworkChange(change);
  await logSettings(carrying, { command, before: settings, after: decision.after });
  // What the limits are decides what is told of a role that waits.
  if (command.name === 'change-rights') await renewBriefs(change, 'everywhere');
  return { kind: 'carried-out' };
}

/** Notes that the role's users see their cases otherwise from now on: what is given is worked out when it is read. */
function sightColumns(
  { externalCaseHandler: before }: PortalSettings,
  { externalCaseHandler: after }: PortalSettings,
  number: number,
): Partial<Pick<PortalTable, 'handles_changed' | 'budgets_changed'>> {
  return {
    ...(before.enabled === after.enabled ? {} : { handles_changed: number }),
    ...(showsAllBudgets(before) === showsAllBudgets(after) ? {} : { budgets_changed: number }),
  };
}

/** What a command about the portal is based on, as it is now. */
function revisionOf(settings: PortalSettings, command: PortalCommand): Revision | undefined {
  if (command.name === 'change-rights') return settings.externalCaseHandler.revision;
  if (command.name === 'change-manager-rights') return settings.projectManagerRevision;
  return settings.calendar && { command: settings.calendar.revision, decidedAt: settings.calendar.changedAt };
}
