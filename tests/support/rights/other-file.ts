import { assembleCase } from '../../../shared/domain/case/parts/assemble.ts';
import { parts, type Given, type PartName, type PartText } from '../../../shared/domain/case/parts/part.ts';
import { textsOf } from '../../../shared/domain/case/parts/split.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { isInCut, type Cut } from './cuts.ts';
import type { Edition } from './words.ts';

/** How a file is otherwise where somebody does not see it: everything is another there, or nothing is there. */
export const ways = ['another', 'gone'] as const;
export type Way = (typeof ways)[number];

const everything: Given = new Map(
  [...parts.small, ...parts.keyed, ...parts.tails].map((part) => [part, 'all'] as const),
);

/** The file that differs from another one in everything that is not in somebody's cut, and in nothing else. */
export function otherFile(one: CaseContent, other: CaseContent, cut: Cut, way: Way): CaseContent | null {
  if (cut.given === null && way === 'gone') return null;
  const seen = textsOf(one.case, null).filter(({ part, owner }) => isInCut(cut, part, owner));
  const hidden = textsOf(other.case, null).filter(({ part, owner }) => !isInCut(cut, part, owner));
  const kept = way === 'another' ? hidden : hidden.filter((text) => holds(seen, text));
  const values = [...seen, ...kept].map(({ part, key, text }) => ({ part, key, value: JSON.parse(text) as unknown }));
  const whole = assembleCase({ values, given: everything, changedAt: one.case.changedAt });
  const inCut = cut.given?.has('chat') ?? false;
  const gone = way === 'gone';
  return {
    case: whole,
    chat: inCut ? one.chat : gone ? [] : other.chat,
    log: [
      ...one.log.filter(({ company }) => isInCut(cut, 'log', company)),
      ...(gone ? [] : other.log.filter(({ company }) => !isInCut(cut, 'log', company))),
    ],
  };
}

/** A budget or an invoice is there as long as a file of it is seen; and so is a part that no case is without. */
function holds(seen: readonly PartText[], { part, key }: PartText): boolean {
  const names = seen
    .filter((each) => each.part === 'budget-files')
    .map(({ text }) => JSON.parse(text) as { budget: string | null; invoice?: string })
    .map(({ budget, invoice }) => budget ?? invoice);
  return (part === 'budgets' || part === 'invoices') && names.includes(key);
}

/** Which of the two editions of a file's bytes there is for somebody. */
export function editionFor(cut: Cut, part: PartName, owner: string | null): Edition {
  return isInCut(cut, part, owner) ? 'one' : 'other';
}
