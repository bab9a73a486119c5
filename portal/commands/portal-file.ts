import type { CommandAbout } from '../../shared/contract/commands.ts';
import { opensIn } from '../../shared/domain/case/parts/ties.ts';
import { portalPageOf } from '../../shared/domain/command-book.ts';
import type { PortalQuestion } from '../../shared/domain/portal/change-rights.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { roleTies, type RoleTie } from '../../shared/domain/rights/partner-roles.ts';
import type { PortalTable } from '../store/network-tables.ts';
import type { Carried, Carrying } from './carrying.ts';
import { noteNetworkChange } from './directory-change.ts';
import { logSettings } from './log-settings.ts';
import { renewBriefs } from './renew-briefs.ts';
import { carriedOut, type Loaded, type Made, type SubjectFile } from './subject-file.ts';

type PortalCommand = CommandAbout<'portal'>;

interface Held extends Loaded<PortalQuestion, PortalSettings> {
  readonly before: PortalSettings;
}

/** The portal itself: no other one than where the command is carried out. */
export const portalFile: SubjectFile<PortalCommand, PortalQuestion, PortalSettings, Held> = {
  page: portalPageOf,
  load,
  save,
};

async function load({ change, network, standing, stamp }: Carrying, { subject }: PortalCommand): Promise<Held | null> {
  if (subject.id !== change.portal) return null;
  const { settings } = network;
  return { question: { standing, settings, stamp }, before: settings };
}

async function save(
  carrying: Carrying,
  command: PortalCommand,
  { held: { before }, decision: { after, settings } }: Made<PortalSettings, Held>,
): Promise<Carried> {
  const { change } = carrying;
  await change.db
    .updateTable('portal')
    .set({
      settings: JSON.stringify(after),
      settings_changed: change.number,
      ...sightColumns(before, after, change.number),
    })
    .where('id', '=', change.portal)
    .execute();
  await noteNetworkChange(change);
  await logSettings(carrying, command, settings);
  // What the limits are decides what is told of a role that waits.
  if (command.name === 'change-rights') await renewBriefs(change, 'everywhere');
  return carriedOut;
}

/** Where it is kept which change last altered what the rights of a role open; named when that was every budget alone. */
const openColumns = {
  'project-manager': 'manager_budgets_changed',
  inspector: 'inspector_budgets_changed',
  handler: 'budgets_changed',
} as const satisfies Record<RoleTie, keyof PortalTable>;

/** Notes that who holds a role sees the cases otherwise from now on: what is given is worked out when it is read. */
function sightColumns(before: PortalSettings, after: PortalSettings, number: number): Partial<PortalTable> {
  const [opened, opens] = [opensIn(before), opensIn(after)];
  const otherwise = roleTies.filter((tie) => opened[tie].join() !== opens[tie].join());
  const handles = before.externalCaseHandler.enabled !== after.externalCaseHandler.enabled;
  return {
    ...(handles ? { handles_changed: number } : {}),
    ...Object.fromEntries(otherwise.map((tie) => [openColumns[tie], number])),
  };
}
