import type { PersonId } from '../../shared/domain/ids.ts';
import { noteDirectoryChange } from '../commands/directory-change.ts';
import { inChange } from '../commands/in-change.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import type { AccountTables } from '../store/account-tables.ts';

/**
 * Who has a password waits no longer: the directories of the portals say so. Each portal's is a change of its own, after
 * the one that kept the password.
 */
export async function noteFirstPassword(deps: ChangeDeps, person: PersonId): Promise<void> {
  const memberships = await deps.store.db
    .selectFrom('member')
    .innerJoin('membership', 'membership.member', 'member.id')
    .select(['membership.portal', 'member.id', 'member.company'])
    .where('member.person', '=', person)
    .execute();
  for (const { portal, ...member } of memberships) {
    await inChange(deps, portal, (change) => noteDirectoryChange(change, { members: [member] }));
  }
}

/** The same at a start, for those whose password was kept by a server that died before it noted them everywhere. */
export async function noteMissedPasswords(deps: ChangeDeps): Promise<void> {
  const missed = await deps.store.db
    .withTables<AccountTables>()
    .selectFrom('auth_account')
    .innerJoin('member', 'member.person', 'auth_account.user_id')
    .innerJoin('membership', 'membership.member', 'member.id')
    .innerJoin('change_mark', (join) =>
      join
        .onRef('change_mark.portal', '=', 'membership.portal')
        .onRef('change_mark.number', '=', 'membership.directory_changed'),
    )
    .select('member.person')
    .distinct()
    .where('auth_account.password', 'is not', null)
    .whereRef('auth_account.created_at', '>', 'change_mark.at')
    .execute();
  for (const { person } of missed) await noteFirstPassword(deps, person);
}
