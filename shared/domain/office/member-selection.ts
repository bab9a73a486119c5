import type { MemberId } from '../ids.ts';

/**
 * Whom an office has set responsible at once for what is allocated to it (domain.md §5.1). Who that is, is the own
 * company's and the insurer's to see.
 */
export interface MemberSelection {
  /** For every type that is not named below; null where somebody assigns by hand. */
  readonly others: MemberId | null;
  /** By task type; null where somebody assigns by hand. */
  readonly byType: Readonly<Record<string, MemberId | null>>;
}

/** Who is responsible at once for a task of this type; null where nobody is. */
export function selectedFor(selection: MemberSelection | null | undefined, type: string): MemberId | null {
  if (!selection) return null;
  const named = selection.byType[type];
  return named === undefined ? selection.others : named;
}
