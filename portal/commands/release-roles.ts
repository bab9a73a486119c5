import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import { releaseRoleUser } from '../../shared/domain/external-case-handler/change-role.ts';
import type { Membership } from '../../shared/domain/member/membership.ts';
import { directoryFor } from '../reads/network.ts';
import type { Carrying } from './carrying.ts';
import { loadCase } from './case-content.ts';
import { networkNow } from './directory-change.ts';
import { saveCase } from './save-case.ts';
import { tell } from './tell.ts';

/** What follows for the cases of somebody who cannot have the role any more: it falls back to its office. */
export async function releaseRoles(
  { change, standing, stamp }: Carrying,
  before: Membership,
  after: Membership,
): Promise<void> {
  const network = await networkNow(change);
  const directory = directoryFor(network, standing);
  const cases = await change.db
    .selectFrom('case_file')
    .select('id')
    .where('portal', '=', change.portal)
    .where('role_user', '=', after.member)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  for (const { id } of cases) {
    const stored = await loadCase(change.db, change.portal, id);
    const decision = stored && releaseRoleUser.decide({ standing, directory, case: stored.case, stamp }, {});
    if (!stored || decision?.kind !== 'decided') throw new Error('A role could not be released.');
    const because = lossOf(before, after);
    await saveCase(change, network, { ...decision, before: stored, ...(because ? { because } : {}) });
    await tell(change, network, {
      subject: decision.after,
      author: standing.member,
      consequences: decision.consequences,
    });
  }
}

function lossOf(before: Membership, after: Membership): WithdrawalReason | undefined {
  if (before.marked && !after.marked) return 'mark-removed';
  return before.active !== after.active || before.level !== after.level ? 'level-changed' : undefined;
}
