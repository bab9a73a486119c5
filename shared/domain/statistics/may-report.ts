import type { Standing } from '../member/standing.ts';
import type { Verdict } from '../rights/may.ts';

/** Decides who may have reports made: the insurer's people, and a partner's admins about what they see (domain.md §1.4, §13.1). */
export function mayReport(standing: Standing): Verdict {
  const { active, level, side } = standing;
  if (!active || level === 0) return { allowed: false, refusal: { code: 'person-inactive', grantor: 'company-admin' } };
  if (side === 'insurer') return { allowed: true, as: 'insurer' };
  // The operator sees no case.
  if (side === 'operator') return { allowed: false, refusal: { code: 'insurer-only', grantor: 'insurer' } };
  if (level < 4) return { allowed: false, refusal: { code: 'level-too-low', grantor: 'company-admin', needed: 4 } };
  return { allowed: true, as: 'office' };
}
