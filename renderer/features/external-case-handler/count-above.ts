import { budgetsAbove, knownAbove } from '../../../shared/domain/case/role-brief.ts';
import type { MemberEntry } from '../../../shared/domain/office/directory.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/** How many waiting budgets are above a user's limit: counted where they are seen, else as told; null where neither. */
export function countAbove(open: OpenCase, member: MemberEntry): number | null {
  return knownAbove(open.content.case, open.standing, member);
}

/** The budgets seen that are above a user's limit, were the role theirs. */
export function budgetsOver({ content, standing }: OpenCase, member: MemberEntry): ReturnType<typeof budgetsAbove> {
  return budgetsAbove(content.case, {
    ...standing,
    member: member.id,
    company: member.company,
    limit: member.limit,
  });
}
