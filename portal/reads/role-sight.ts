import type { Kysely } from 'kysely';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { RoleTie } from '../../shared/domain/rights/partner-roles.ts';
import type { Tables } from '../store/tables.ts';

/** True for who is given something of a portal always, or holds a role in an open case by one of these ties. */
export async function seesBy(
  db: Kysely<Tables>,
  portal: PortalId,
  { member }: Pick<MemberStanding, 'member'>,
  sight: 'always' | readonly RoleTie[],
): Promise<boolean> {
  if (sight === 'always' || sight.length === 0) return sight === 'always';
  const held = await tiesToOpenCases(db, portal, sight)
    .where('tied_to', '=', `member:${member}`)
    .limit(1)
    .executeTakeFirst();
  return held !== undefined;
}

/** The ties of these kinds to open cases. */
export function tiesToOpenCases(db: Kysely<Tables>, portal: PortalId, ties: readonly RoleTie[]) {
  return db
    .selectFrom('case_tie')
    .select('tied_to')
    .where('portal', '=', portal)
    .where('tie', 'in', ties)
    .where('lost', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('case_file')
          .select('case_file.id')
          .whereRef('case_file.portal', '=', 'case_tie.portal')
          .whereRef('case_file.id', '=', 'case_tie.case_id')
          .where('case_file.state', '=', 'open'),
      ),
    );
}
