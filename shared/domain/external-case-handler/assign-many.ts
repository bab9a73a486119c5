import { knownAbove } from '../case/role-brief.ts';
import { checkCase } from '../command-book.ts';
import type { CaseQuestion } from '../decision.ts';
import type { CommandId, MemberId } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { MemberEntry } from '../office/directory.ts';
import type { Refusal } from '../rights/refusal.ts';
import { userCandidates, type UserCandidate } from './candidates.ts';

/** What would become of one of many cases, were its role given to a user now. */
export type AssignFate =
  /** `above`: how many of its waiting budgets lie above the user's limit; null where that is not known. */
  | { readonly kind: 'assigned'; readonly above: number | null }
  /** Somebody has the role: many cases at once never take it from anybody. */
  | { readonly kind: 'has-user'; readonly name: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Decided by the command's own rules. `seen` is the role's revision when the person looked: what changed since is refused. */
export function assignFate(
  { standing, directory, case: view }: Omit<CaseQuestion, 'stamp'>,
  member: MemberId,
  { seen, at }: { readonly seen: CommandId | null; readonly at: Moment },
): AssignFate {
  if (view.role?.user) return { kind: 'has-user', name: view.role.user.name };
  const stamp = { id: 'forecast', at, receivedAt: null, basedOn: seen };
  const checked = checkCase(
    { actor: standing, directory, case: view, stamp },
    { name: 'assign-role-user', input: { member } },
  );
  if (checked.kind === 'refused') return checked;
  const entry = directory.members.find(({ id }) => id === member);
  return { kind: 'assigned', above: entry ? knownAbove(view, standing, entry) : null };
}

/** Whoever can have the role in at least one of the cases; who works in an office that holds one of them comes first. */
export function usersForMany(cases: readonly Pick<CaseQuestion, 'directory' | 'case'>[]): readonly UserCandidate[] {
  const found = new Map<MemberId, UserCandidate>();
  const asked = new Set<string>();
  for (const { directory, case: view } of cases) {
    const office = view.role && !view.role.user ? view.role.office : null;
    if (office === null || asked.has(office)) continue;
    asked.add(office);
    for (const candidate of userCandidates(directory, office)) {
      if (candidate.sameOffice || !found.has(candidate.member.id)) found.set(candidate.member.id, candidate);
    }
  }
  return [...found.values()].toSorted(
    (one, other) => Number(other.sameOffice) - Number(one.sameOffice) || byName(one.member, other.member),
  );
}

function byName(one: MemberEntry, other: MemberEntry): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}
