import type { Kysely } from 'kysely';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { MemberEntry, OfficeEntry, OfficePlace, Position } from '../../shared/domain/office/directory.ts';
import type { WorkingCalendar } from '../../shared/domain/portal/calendar.ts';
import { readJson } from '../store/json.ts';
import type { OfficeTable, Tables } from '../store/tables.ts';
import { revisionIn } from './revision-in.ts';

/** The offices of a portal, with how many of its members are marked in each. */
export async function loadOffices(
  db: Kysely<Tables>,
  portal: PortalId,
  members: readonly MemberEntry[],
): Promise<OfficeEntry[]> {
  const rows = await db
    .selectFrom('office_terms')
    .innerJoin('office', 'office.id', 'office_terms.office')
    .selectAll()
    .where('office_terms.portal', '=', portal)
    .orderBy('office.id')
    .execute();
  const marked = new Map<string | null, number>();
  for (const { office, ...member } of members) {
    if (member.marked && member.active && member.level > 0) marked.set(office, (marked.get(office) ?? 0) + 1);
  }
  return rows.map((row) => {
    const place = row.place === null ? null : readJson<OfficePlace>(row.place);
    return {
      id: row.id,
      company: row.company,
      name: row.name,
      street: row.street,
      postalCode: place?.postalCode ?? row.postal_code,
      city: row.city,
      position: place?.position ?? companysPosition(row),
      services: readJson<string[]>(row.services),
      revision: revisionIn(row.revision),
      available: row.available === 1,
      inNetwork: row.in_network === 1,
      marked: marked.get(row.id) ?? 0,
      ...(row.calendar === null ? {} : { calendar: readJson<WorkingCalendar>(row.calendar) }),
      ...(place === null ? {} : { place }),
    };
  });
}

function companysPosition({ latitude, longitude }: OfficeTable): Position | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
