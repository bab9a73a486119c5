import type { PartName } from '../../../shared/domain/case/parts/part.ts';
import { isInCut, type Cut } from './cuts.ts';
import { amountOf, wordOf } from './words.ts';

/** A text that is in one part of a case, in one company’s cut of it, and nowhere else. */
interface Sentinel {
  readonly text: string;
  readonly part: PartName;
  readonly owner: string | null;
}

const word = (part: PartName, owner: string | null = null): Sentinel => ({
  text: wordOf('one', part, owner),
  part,
  owner,
});
const amount = (place: number, part: PartName, owner: string | null = null): Sentinel => ({
  text: String(amountOf('one', place)),
  part,
  owner,
});
const companies = ['kuivaus', 'rival'] as const;

/** One in every part that is not given to everybody who sees the case, and in every company’s cut of it. */
const sentinels: readonly Sentinel[] = [
  ...(
    [
      'customer',
      'decision-parts',
      'decision-grounds',
      'role-past',
      'documents',
      'chat',
      'log',
      'rooms',
      'work-items',
      'settlements',
    ] as const
  ).map((part) => word(part)),
  ...[3, 4, 5].map((place) => amount(place, 'cover')),
  amount(6, 'decision-amounts'),
  ...companies.flatMap((company) =>
    (
      [
        'task-returns',
        'task-inquiries',
        'task-handbacks',
        'budgets',
        'budget-forwards',
        'budget-versions',
        'invoices',
        'budget-files',
        'budget-items',
        'work-values',
        'log',
        'asks',
      ] as const
    ).map((part) => word(part, company)),
  ),
  word('log', 'arvio'),
  ...(
    [
      ['rival', 1],
      ['kuivaus', 2],
    ] as const
  ).flatMap(([company, place]) => [
    amount(place, 'budgets', company),
    amount(place + 20, 'budget-forwards', company),
    amount(place + 70, 'work-values', company),
    amount(place + 40, 'budget-items', company),
  ]),
  amount(61, 'settlements'),
  amount(51, 'invoices', 'rival'),
  amount(52, 'invoices', 'kuivaus'),
];

/** What is in a text although its reader is not given it. */
export function leaksIn(text: string, cut: Cut): readonly string[] {
  const told = sentinels.filter((each) => text.includes(each.text));
  return told.filter(({ part, owner }) => !isInCut(cut, part, owner)).map((each) => each.text);
}

/** What is not in a text although its reader is given it. */
export function missingIn(text: string, cut: Cut): readonly string[] {
  const untold = sentinels.filter((each) => !text.includes(each.text));
  return untold.filter(({ part, owner }) => isInCut(cut, part, owner)).map((each) => each.text);
}
