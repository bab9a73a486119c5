import { Trans } from '@lingui/react/macro';
import type { OfficeEntry } from '../../../../shared/domain/office/directory.ts';
import type { OfficeExclusion } from '../../../../shared/domain/rights/refusal.ts';
import { officeExclusionWords } from '../../../words/exclusion-words.ts';
import { useCaseView } from '../case-view.ts';
import { WhyNot } from '../why-not.tsx';

interface NotListedProps {
  readonly excluded: readonly { readonly office: OfficeEntry; readonly why: OfficeExclusion }[];
}

/** "Why is an office not listed?": every one of them with its rule and who can change it (domain.md §16.1). */
export function NotListed({ excluded }: NotListedProps) {
  const { open } = useCaseView();
  const companyOf = (company: string) => open.directory.companies.find((each) => each.id === company)?.name ?? '';
  return (
    <WhyNot
      question={<Trans>Why is an office not listed?</Trans>}
      nobody={<Trans>All partner offices of the portal are listed.</Trans>}
      lines={excluded.map(({ office, why }) => ({
        id: office.id,
        name: `${office.name}, ${companyOf(office.company)}`,
        words: officeExclusionWords(why),
      }))}
    />
  );
}
