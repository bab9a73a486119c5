import type { CompanyEntry, MemberEntry } from '../office/directory.ts';
import type { MemberStanding, Standing } from './standing.ts';

/** The portal in which somebody stands. */
type InPortal = Pick<Standing, 'portal' | 'portalName' | 'settings'>;

/**
 * What a member is in a portal, from the directory's entry: the portal server decides by it, and the app explains by it
 * what somebody else may do.
 */
export function memberStanding(
  { portal, portalName, settings }: InPortal,
  { id, name, office, level, active, marked, limit, certified, budgetPermission }: MemberEntry,
  company: CompanyEntry,
): MemberStanding {
  return {
    portal,
    portalName,
    member: id,
    name,
    company: company.id,
    companyName: company.name,
    office,
    side: company.side,
    level,
    active,
    marked,
    limit,
    certified,
    budgetPermission,
    settings,
  };
}
