import { t } from '@lingui/core/macro';
import { momentText } from '../figures.ts';
import type { Book } from '../refusal-said.ts';

/** Why something about a budget waits. */
export const budgetRefusals = {
  'budget-forwarded': ({ by, at }, { portalName }) => {
    const since = at ? momentText(at) : null;
    return {
      short: t`With the insurer`,
      sentence:
        by && since
          ? t`It lies with ${portalName}: ${by} forwarded it, ${since}. Until they have answered it stays as it is.`
          : t`It lies with ${portalName}. Until they have answered it stays as it is.`,
      wayOn: t`If it has to be different, write to ${portalName} in the chat: they can reject it.`,
    };
  },
  'pending-budget': (_, { portalName }) => ({
    short: t`A budget still waits`,
    sentence: t`A budget of this task still waits for a decision.`,
    wayOn: t`Decide on the budget first, or ask ${portalName}.`,
  }),
} satisfies Partial<Book>;
