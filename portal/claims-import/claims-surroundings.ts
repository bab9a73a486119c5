import type { Moment } from '../../shared/domain/moment.ts';
import type { Directory, MemberEntry, OfficeEntry } from '../../shared/domain/office/directory.ts';
import type { PortalSettings, TaskType } from '../../shared/domain/portal/portal-settings.ts';

/** What the rows of a claims file are checked against. */
export interface ClaimsSurroundings {
  /** What has happened lies before it. */
  readonly now: Moment;
  readonly settings: PortalSettings;
  /** The portal's type of the main inspection: every imported case gets one. */
  readonly inspection: TaskType;
  /** Partner offices in the network, by id and by name. */
  readonly offices: ReadonlyMap<string, OfficeEntry>;
  /** By id and by e-mail address in lower case. */
  readonly members: ReadonlyMap<string, MemberEntry>;
  readonly insurers: ReadonlySet<string>;
}

/** The surroundings; null where the portal orders no inspections, so that no case can begin. */
export function claimsSurroundings(
  settings: PortalSettings,
  directory: Directory,
  now: Moment,
): ClaimsSurroundings | null {
  const inspection = settings.taskTypes.find((type) => type.kind === 'inspection');
  if (!inspection) return null;
  const partners = idsOf(directory, 'partner');
  const network = directory.offices.filter((office) => office.inNetwork && partners.has(office.company));
  return {
    now,
    settings,
    inspection,
    offices: new Map(network.flatMap((office) => [[office.name, office] as const, [office.id, office] as const])),
    members: new Map(
      directory.members.flatMap((member) => [
        [member.email.toLowerCase(), member] as const,
        [member.id.toLowerCase(), member] as const,
      ]),
    ),
    insurers: idsOf(directory, 'insurer'),
  };
}

function idsOf(directory: Directory, side: string): ReadonlySet<string> {
  return new Set(directory.companies.filter((company) => company.side === side).map((company) => company.id));
}
