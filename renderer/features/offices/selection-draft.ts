import type { Directory, OfficeEntry } from '../../../shared/domain/office/directory.ts';
import type { MemberSelection } from '../../../shared/domain/office/member-selection.ts';
import { taskMemberExclusion } from '../../../shared/domain/task/assign-members.ts';

/** Choices that are nobody; no member has such an id. */
export const byHand = ' by hand';
export const likeOthers = ' like others';

/** What an office has set; where it has set nothing, everything is assigned by hand. */
export function selectionOf({ selection }: OfficeEntry): MemberSelection {
  return selection ?? { others: null, byType: {} };
}

/** What is chosen for a type. */
export function choiceOf({ byType }: MemberSelection, type: string): string {
  const chosen = byType[type];
  return chosen === undefined ? likeOthers : (chosen ?? byHand);
}

/** The selection with another choice for a type. */
export function withChoice({ others, byType }: MemberSelection, type: string, choice: string): MemberSelection {
  const { [type]: _, ...rest } = byType;
  if (choice === likeOthers) return { others, byType: rest };
  return { others, byType: { ...rest, [type]: choice === byHand ? null : choice } };
}

/** Who of the company can be responsible for a type, or is there at all; of the office itself first. */
export function selectionOptions(
  { members }: Directory,
  { id, company }: OfficeEntry,
  type: string | null,
): readonly { readonly value: string; readonly label: string }[] {
  return members
    .filter((member) => member.company === company && member.active && member.level > 0)
    .filter((member) => type === null || taskMemberExclusion(member, { type, company }) === null)
    .toSorted(
      (one, other) => Number(other.office === id) - Number(one.office === id) || one.name.localeCompare(other.name),
    )
    .map(({ id: value, name }) => ({ value, label: name }));
}
