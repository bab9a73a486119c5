import { t } from '@lingui/core/macro';
import type { Book } from '../refusal-said.ts';

/** Why items do not go to the customer yet. */
export const settlementRefusals = {
  'settlement-condition': ({ condition }) =>
    condition === 'consent'
      ? {
          short: t`Consent is missing`,
          sentence: t`Here others have to consent before the customer is paid instead, a mortgagee for one.`,
          wayOn: t`Say that they consent once they do.`,
        }
      : {
          short: t`Not agreed with the customer`,
          sentence: t`Here hours and rate are agreed with the customer before the customer works.`,
          wayOn: t`Say that it is agreed once it is.`,
        },
} satisfies Partial<Book>;
