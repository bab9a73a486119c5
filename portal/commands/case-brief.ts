import type { Case } from '../../shared/domain/case/case.ts';
import { roleBrief } from '../../shared/domain/case/role-brief.ts';
import { userCandidates } from '../../shared/domain/external-case-handler/candidates.ts';
import type { RoleBrief } from '../../shared/domain/external-case-handler/role.ts';
import { standingOf, type Network } from '../reads/network.ts';
import { membersOf } from '../reads/patch-network.ts';

/** What the office with a waiting role may know of its users' limits and the case's budgets; null where no role waits, and where the case is closed. */
export function briefFor(whole: Case, network: Network): RoleBrief | null {
  const { role } = whole;
  if (!role || role.user || whole.state !== 'open') return null;
  const members = membersOf(network, role.company);
  const directory = { companies: network.companies.values(), offices: network.offices.values(), members };
  const candidates = userCandidates(directory, role.office);
  return roleBrief(
    whole,
    candidates.flatMap(({ member }) => standingOf(network, network.members.get(member.id)) ?? []),
  );
}
