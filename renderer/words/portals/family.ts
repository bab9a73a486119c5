import { t } from '@lingui/core/macro';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import type { FamilyWords, TypedPart } from '../family-words.ts';
import { listText } from '../figures.ts';
import { ownManagerWords, recommendedWords } from './allocation-words.ts';
import { rightWords } from '../right-words.ts';

/** What is said of a portal's settings. */
export const portalWords = {
  commands: {
    'change-rights': {
      words: () => ({
        label: t`Change rights of the External case handler`,
        thing: t`The rights of the External case handler`,
      }),
      typed: ({ rights }) => (rights ? [rightsPart(rights)] : []),
    },
    'change-manager-rights': {
      words: () => ({
        label: t`Change rights of the project manager`,
        thing: t`The rights of the project manager`,
      }),
      typed: ({ rights }) => [rightsPart(rights)],
    },
    'change-inspector-rights': {
      words: () => ({
        label: t`Change rights of the inspector`,
        thing: t`The rights of the inspector`,
      }),
      typed: ({ rights }) => [rightsPart(rights)],
    },
    'change-calendar': {
      words: () => ({
        label: t`Change working hours and closed days`,
        thing: t`Working hours and closed days of a portal`,
      }),
      typed: () => [],
    },
    'change-work-plans': {
      words: () => ({ label: t`Switch work plans on or off`, thing: t`Work plans of a portal` }),
      typed: ({ workPlans }) => [{ label: t`Work plans`, value: workPlans ? t`in use` : t`not in use` }],
    },
    'change-allocation': {
      words: () => ({
        label: t`Change how tasks are assigned`,
        thing: t`How tasks are assigned to partners`,
      }),
      typed: ({ recommendedKilometres, managerFromOwnCompany }) => [
        { label: t`Recommended up to`, value: recommendedWords(recommendedKilometres) },
        { label: t`Project management to the handler's own company`, value: ownManagerWords(managerFromOwnCompany) },
      ],
    },
  },
} satisfies FamilyWords;

function rightsPart(rights: readonly Right[]): TypedPart {
  const labels = rights.map((right) => rightWords(right).label);
  return { label: t`Rights`, value: labels.length > 0 ? listText(labels) : t`none` };
}
