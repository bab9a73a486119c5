import { SegmentedControl, TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { hasWords } from '../../../../shared/domain/case/list-filter.ts';
import { foldText } from '../../../../shared/domain/fold-text.ts';
import type { OfficeId } from '../../../../shared/domain/ids.ts';
import type { Directory, OfficeEntry } from '../../../../shared/domain/office/directory.ts';
import type { OfficeCandidate, OfficeCandidates } from '../../../../shared/domain/office/nearest-offices.ts';
import { TimeOfDay } from '../../../ui/moment-text.tsx';
import { officeExclusionWords, type ExclusionWords } from '../../../words/exclusion-words.ts';
import { kilometresText } from '../../../words/figures.ts';
import { useCaseView } from '../case-view.ts';
import { CategoryFilter, passesCategory, useCategoriesShown } from './category-filter.tsx';
import { NotListed } from './not-listed.tsx';
import { OfficeOptions } from './office-options.tsx';
import classes from './office-picker.module.css';

type Listing = 'recommended' | 'all';

type Excluded = OfficeCandidates['excluded'][number];

interface OfficePickerProps {
  readonly candidates: OfficeCandidates;
  readonly chosen: OfficeId | null;
  readonly onChoose: (office: OfficeId) => void;
  /** Up to how many kilometres from the site an office is recommended; null for however far. */
  readonly within?: number | null;
  /** What else is told of an office, below its distance. */
  readonly figure?: (office: OfficeEntry) => ReactNode;
  /** The types of the tasks that the office is chosen for; left out where it is for no task. */
  readonly taskTypes?: readonly string[] | null;
  /** Why one is not listed, where more is to be said than its rule. */
  readonly whyNot?: (excluded: Excluded) => ExclusionWords;
  /** What narrows both lists, beside the search: whoever adds it passes candidates that are narrowed already. */
  readonly narrowing?: ReactNode;
}

/** Chooses an office of a case: the nearest first, or the full list with a search (seed); and why others are not there. */
export function OfficePicker(props: OfficePickerProps) {
  const { candidates, chosen, onChoose, within = null, figure, taskTypes = null, narrowing } = props;
  const { open } = useCaseView();
  const { t } = useLingui();
  const [listing, setListing] = useState<Listing>('recommended');
  const [search, setSearch] = useState('');
  const categories = useCategoriesShown(taskTypes);
  const [category, setCategory] = useState<string | null>(null);
  const eligible = categories
    ? candidates.eligible.filter(({ office }) => passesCategory(categories, category, office.id))
    : candidates.eligible;
  const listed =
    listing === 'all'
      ? byName(eligible, search, open.directory)
      : eligible.filter(({ kilometres }) => within === null || kilometres === null || kilometres <= within);
  return (
    <>
      <ChosenIsGone chosen={chosen} candidates={candidates} />
      <div className={classes.controls}>
        <SegmentedControl
          aria-label={t`Which offices`}
          value={listing}
          onChange={(value) => setListing(value === 'all' ? 'all' : 'recommended')}
          data={[
            { value: 'recommended', label: t`Recommended` },
            { value: 'all', label: t`All offices` },
          ]}
        />
        {listing === 'all' && (
          <TextInput
            className={classes.search}
            aria-label={t`Search offices`}
            placeholder={t`Office, company or city`}
            leftSection={<IconSearch size={16} aria-hidden />}
            data-autofocus
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        {categories && <CategoryFilter shown={categories} wanted={category} onWanted={setCategory} />}
        {narrowing}
      </div>
      <OrderNote listing={listing} within={within} listed={listed} all={eligible} />
      <OfficeOptions candidates={listed} chosen={chosen} onChoose={onChoose} categories={categories} figure={figure} />
      <NotListed excluded={candidates.excluded} whyNot={props.whyNot} />
      <p className={classes.asOf}>
        <Trans>
          Offices as of <TimeOfDay moment={open.asOf} />.
        </Trans>
      </p>
    </>
  );
}

/** An office may have become one that cannot be chosen while the dialog was open, or since the choice was kept. */
function ChosenIsGone({ chosen, candidates: { excluded } }: Pick<OfficePickerProps, 'chosen' | 'candidates'>) {
  const gone = excluded.find(({ office }) => office.id === chosen);
  if (!gone) return null;
  const { name } = gone.office;
  const { reason, wayOn } = officeExclusionWords(gone.why);
  return (
    <p className={classes.gone} role="alert">
      <Trans>
        {name} can no longer be chosen: {reason} {wayOn} The list shows the offices that can be chosen now.
      </Trans>
    </p>
  );
}

interface Ordered {
  readonly listing: Listing;
  readonly within: number | null;
  readonly listed: readonly OfficeCandidate[];
  readonly all: readonly OfficeCandidate[];
}

/** By what the list is ordered, where it ends, and what stands last. */
function OrderNote({ listing, within, listed, all }: Ordered) {
  const { open } = useCaseView();
  if (open.content.case.site.position === null) {
    return (
      <p className={classes.asOf}>
        <Trans>The site has no position, so distances are not known and the order is by name.</Trans>
      </p>
    );
  }
  if (listing === 'all') return null;
  const further = all.length - listed.length;
  const limit = within === null ? '' : kilometresText(within);
  return (
    <p className={classes.asOf}>
      {within === null ? (
        <Trans>The nearest office to the damage site comes first.</Trans>
      ) : (
        <Trans>Up to {limit} from the damage site, the nearest first.</Trans>
      )}{' '}
      {further > 0 && (
        <Plural
          value={further}
          one="# office further away is under All offices."
          other="# offices further away are under All offices."
        />
      )}{' '}
      {listed.some(({ kilometres }) => kilometres === null) && (
        <Trans>Offices whose place is not known stand last.</Trans>
      )}
    </p>
  );
}

/** The full list is by name; what is searched for may stand in office, company or city. */
function byName(
  candidates: readonly OfficeCandidate[],
  search: string,
  { companies }: Directory,
): readonly OfficeCandidate[] {
  const textOf = ({ office }: OfficeCandidate): string => {
    const company = companies.find((each) => each.id === office.company)?.name ?? '';
    return foldText(`${office.name} ${company} ${office.street} ${office.city}`);
  };
  return candidates
    .filter((each) => hasWords(textOf(each), search))
    .toSorted((one, other) => one.office.name.localeCompare(other.office.name));
}
