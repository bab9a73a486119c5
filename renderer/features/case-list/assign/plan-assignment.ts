import { assignFate, type AssignFate } from '../../../../shared/domain/external-case-handler/assign-many.ts';
import type { CommandId, MemberId } from '../../../../shared/domain/ids.ts';
import type { Moment } from '../../../../shared/domain/moment.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import { refusalWords } from '../../../words/refusal-words.ts';

/** What would become of each case, were the role given to somebody. */
export interface Planned {
  readonly open: OpenCase;
  readonly fate: AssignFate;
}

/** The dry run. `seen` has the role's revision of each case when it was first on the screen. */
export function planAssignment(
  cases: readonly OpenCase[],
  member: MemberId,
  { seen, now }: { readonly seen: ReadonlyMap<string, CommandId>; readonly now: Moment },
): readonly Planned[] {
  return cases.map((open) => {
    const { standing, directory, content } = open;
    const looked = { seen: seen.get(open.key.case) ?? null, at: now };
    return { open, fate: assignFate({ standing, directory, case: content.case }, member, looked) };
  });
}

/** Why some cases are left out, each reason once. */
export interface LeftOut {
  readonly words: string | null;
  readonly numbers: readonly string[];
}

/** Grouped by what is read, the most cases first; `words` is null for those that have a user. */
export function leftOut(plan: readonly Planned[]): readonly LeftOut[] {
  const groups = new Map<string | null, string[]>();
  for (const { open, fate } of plan) {
    if (fate.kind === 'assigned') continue;
    const words = fate.kind === 'refused' ? refusalWords(fate.refusal, open.standing).full : null;
    groups.set(words, [...(groups.get(words) ?? []), open.content.case.number]);
  }
  return [...groups]
    .map(([words, numbers]) => ({ words, numbers }))
    .toSorted((one, other) => other.numbers.length - one.numbers.length);
}
