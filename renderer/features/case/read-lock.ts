import type { CasePart } from '../../../shared/domain/case/case-part.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { may } from '../../../shared/domain/rights/may.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/** Why this person may not read what comes with an authority, or null. */
export function readRefusal(
  { standing, content }: OpenCase,
  authority: 'budget.approve' | 'chat.write',
): Refusal | null {
  const verdict = may(standing, authority, { case: readable(content.case) });
  return verdict.allowed ? null : verdict.refusal;
}

/** Why a part of the case that comes with a role or a task in it is not read by this person, or null. */
export function partLock(open: OpenCase, part: CasePart): Refusal | null {
  if (!open.content.case.hidden.includes(part)) return null;
  return readRefusal(open, 'chat.write') ?? noRole;
}

/** Said where the rights alone would not keep it from being read. */
export const noRole: Refusal = { code: 'no-role-in-case', grantor: 'insurer', right: null };

/** A closed case can still be read: only whether the role carries the right is asked. */
function readable(subject: Case): Case {
  return subject.state === 'closed' ? { ...subject, state: 'open' } : subject;
}
