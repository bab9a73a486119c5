import { Trans } from '@lingui/react/macro';
import type { OfficeCandidates } from '../../../../shared/domain/office/nearest-offices.ts';
import { officeExclusionWords, type ExclusionWords } from '../../../words/exclusion-words.ts';
import { useCaseView } from '../case-view.ts';
import { WhyNot } from '../why-not.tsx';

type Excluded = OfficeCandidates['excluded'][number];

interface NotListedProps {
  readonly excluded: readonly Excluded[];
  /** Left out: the rule alone. */
  readonly whyNot?: ((excluded: Excluded) => ExclusionWords) | undefined;
}

/** "Why is an office not listed?": every one of them with its rule and who can change it (domain.md §16.1). */
export function NotListed({ excluded, whyNot = ruleOf }: NotListedProps) {
  const { open } = useCaseView();
  const companyOf = (company: string) => open.directory.companies.find((each) => each.id === company)?.name ?? '';
  return (
    <WhyNot
      question={<Trans>Why is an office not listed?</Trans>}
      nobody={<Trans>All partner offices of the portal are listed.</Trans>}
      lines={excluded.map((each) => ({
        id: each.office.id,
        name: `${each.office.name}, ${companyOf(each.office.company)}`,
        words: whyNot(each),
      }))}
    />
  );
}

function ruleOf({ why }: Excluded): ExclusionWords {
  return officeExclusionWords(why);
}
