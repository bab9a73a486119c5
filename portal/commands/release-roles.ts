import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import { releaseRoleUser } from '../../shared/domain/external-case-handler/change-role.ts';
import type { Membership } from '../../shared/domain/member/membership.ts';
import { carryOutBySystem } from './carry-out-by-system.ts';
import type { Carrying } from './carrying.ts';
import { networkNow } from './directory-change.ts';

/** What follows for the cases of somebody who cannot have the role any more: it falls back to its office. */
export async function releaseRoles(carrying: Carrying, before: Membership, after: Membership): Promise<void> {
  const { change } = carrying;
  const network = await networkNow(change);
  const cases = await change.db
    .selectFrom('case_file')
    .select('id')
    .where('portal', '=', change.portal)
    .where('role_user', '=', after.member)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  const following = { page: releaseRoleUser, input: {}, because: lossOf(before, after) };
  for (const { id } of cases) await carryOutBySystem({ ...carrying, network }, id, following);
}

function lossOf(before: Membership, after: Membership): WithdrawalReason | undefined {
  if (before.marked && !after.marked) return 'mark-removed';
  return before.active !== after.active || before.level !== after.level ? 'level-changed' : undefined;
}
