import type { CompensationResult, DecidedPart } from '../../shared/domain/compensation/compensation.ts';

/** What the demo's insurers say of a part of a damage. */
export interface PartWords extends Pick<DecidedPart, 'kind' | 'name'> {
  /** As far as it is covered, where all of it is. */
  readonly whole: string;
  /** As far as it is covered, where some of it is, why not the rest, and what is taken off for age. */
  readonly some: { readonly scope: string; readonly reason: string; readonly deduction: number };
  /** Why nothing is covered. */
  readonly none: string;
}

/** The parts, the most frequent first. */
export const partWords: readonly PartWords[] = [
  {
    kind: 'surfaces',
    name: '',
    whole: 'Wall and floor coverings of all rooms that were wet',
    some: {
      scope: 'Floor covering of the ground floor',
      reason: 'The wallpaper upstairs was not reached by the water.',
      deduction: 30,
    },
    none: 'The stains on the walls are older than the flood.',
  },
  {
    kind: 'structures',
    name: '',
    whole: 'Opening, drying and closing of the walls up to 1.2 m',
    some: {
      scope: 'Walls of the ground floor up to 1.2 m',
      reason: 'The rot in the crawl space was there before.',
      deduction: 0,
    },
    none: 'The foundation had settled before the flood.',
  },
  {
    kind: 'contents',
    name: '',
    whole: 'Furniture and household appliances on the list',
    some: {
      scope: 'Furniture of the ground floor',
      reason: 'Goods stored in the basement are not insured. The rest is paid at its present value.',
      deduction: 40,
    },
    none: 'Contents are not part of this policy.',
  },
  {
    kind: 'installation',
    name: '',
    whole: 'Sockets, wiring and switchboard of the ground floor',
    some: {
      scope: 'Wiring up to the switchboard',
      reason: 'The switchboard was due for renewal.',
      deduction: 50,
    },
    none: 'The water heater stood in the basement, which is not insured.',
  },
  {
    kind: 'other',
    name: 'Garden shed',
    whole: 'Replacement of the shed',
    some: { scope: 'The floor of the shed', reason: 'The roof was damaged by wind, not by water.', deduction: 20 },
    none: 'Detached buildings are not part of this policy.',
  },
  {
    kind: 'extra-costs',
    name: '',
    whole: 'Hotel for up to two weeks',
    some: {
      scope: 'Hotel for one week',
      reason: 'The upper floor could be lived in from the second week on.',
      deduction: 0,
    },
    none: 'The house could be lived in all the time.',
  },
];

/** Why it was decided so, in one sentence; nobody has to say it where all is covered. */
export const decisionReasons: Readonly<Record<CompensationResult, readonly string[]>> = {
  approved: ['', 'Surface water from outside, as the inspection found.', 'Cause and extent are those of the claim.'],
  partly: [
    'The flood is insured; what was worn or rotten before is not.',
    'The water came from outside. Basement and garden are outside the policy.',
  ],
  rejected: [
    'The water came from a drain that had leaked for months, not from a flood.',
    'The damage is older than the policy.',
  ],
};

/** What is written to the customer. */
export const customerTexts: Readonly<Record<CompensationResult, string>> = {
  approved: 'Your damage is covered. The companies named in your case will agree with you on when they come.',
  partly: 'Most of your damage is covered. What is not, and why, stands beside each part.',
  rejected: 'We are sorry that we cannot pay for this damage. You can ask for a review within 60 days.',
};

/** The same where nobody has been to look. */
export const earlyReason = 'The photos and the report of the fire department are enough; nobody has to come to look.';
