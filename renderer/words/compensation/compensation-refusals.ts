import { t } from '@lingui/core/macro';
import type { Book } from '../refusal-said.ts';

/** Why compensation is not decided, or keeps something waiting. */
export const compensationRefusals = {
  'no-inspection': (_, { portalName }) => ({
    short: t`No main inspection`,
    sentence: t`The case has no main inspection, and compensation is decided on one.`,
    wayOn: t`${portalName} can add one.`,
  }),
  'result-from-parts': () => ({
    short: t`Parts are missing`,
    sentence: t`In this portal the result follows from the parts of the damage.`,
    wayOn: t`Rule on at least one part; the result follows.`,
  }),
  'inspection-undecided': (_, { portalName }) => ({
    short: t`Compensation not decided`,
    sentence: t`The compensation decision is still open, and this waits for it.`,
    wayOn: t`${portalName} decides on the main inspection.`,
  }),
  'inspection-rejected': (_, { portalName }) => ({
    short: t`Compensation rejected`,
    sentence: t`The compensation was rejected, so the repairs do not go on.`,
    wayOn: t`${portalName} can say what happens with them.`,
  }),
} satisfies Partial<Book>;
