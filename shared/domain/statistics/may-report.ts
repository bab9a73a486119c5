import type { Standing } from '../member/standing.ts';
import { outsideCases } from '../rights/may.ts';
import { either, the, theCompanyAdmin } from '../rights/policy.ts';
import type { Verdict } from '../rights/verdict.ts';

const reports = either(the('insurer'), theCompanyAdmin());

/** Decides who may have reports made: the insurer's people, and a partner's admins about what they see (domain.md §1.4, §13.1). */
export function mayReport(standing: Standing): Verdict {
  return outsideCases(standing, reports, { company: standing.company });
}
