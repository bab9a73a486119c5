import { t } from '@lingui/core/macro';
import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { Grantor } from '../../shared/domain/rights/refusal.ts';

/** Who can help, as a name; null where nobody has to be asked. */
export function grantorWords(grantor: Grantor, standing: MemberStanding): string | null {
  return grantors[grantor]?.(standing) ?? null;
}

const grantors: Readonly<Record<Grantor, (standing: MemberStanding) => string | null>> = {
  operator: () => t`The operator of the portal`,
  insurer: ({ portalName }) => portalName,
  'company-admin': ({ companyName }) => t`An admin of ${companyName}`,
  'own-office': ({ companyName }) => t`Colleagues at ${companyName}`,
  'other-office': () => t`The office that has it`,
  nobody: () => null,
};
