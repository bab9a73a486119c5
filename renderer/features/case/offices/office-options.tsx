import { Trans, useLingui } from '@lingui/react/macro';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OfficeId } from '../../../../shared/domain/ids.ts';
import type { OfficeEntry } from '../../../../shared/domain/office/directory.ts';
import type { OfficeCandidate } from '../../../../shared/domain/office/nearest-offices.ts';
import { OptionList } from '../../../ui/option-list.tsx';
import { kilometresText } from '../../../words/figures.ts';
import { useCaseView } from '../case-view.ts';
import type { CategoriesShown } from './category-filter.tsx';
import { OfficeLabels } from './office-labels.tsx';
import classes from './office-picker.module.css';

interface OfficeOptionsProps {
  readonly candidates: readonly OfficeCandidate[];
  readonly chosen: OfficeId | null;
  readonly onChoose: (office: OfficeId) => void;
  /** Categories, for who is shown them. */
  readonly categories?: CategoriesShown | null | undefined;
  /** What else is told of an office, below its distance. */
  readonly figure?: ((office: OfficeEntry) => ReactNode) | undefined;
}

/** The offices that can be chosen, each with how far it is from the damage site. */
export function OfficeOptions({ candidates, chosen, onChoose, categories, figure }: OfficeOptionsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { settings } = open.standing;
  const companyOf = (company: string) => open.directory.companies.find((each) => each.id === company)?.name ?? '';
  return (
    <OptionList
      label={t`Offices`}
      chosen={chosen}
      onChoose={onChoose}
      empty={t`No office fits.`}
      options={candidates.map(({ office, kilometres }) => ({
        id: office.id,
        title: office.name,
        ...(categories ? { marks: <OfficeLabels labels={categories.of(office.id)} settings={settings} /> } : {}),
        detail: `${companyOf(office.company)} · ${office.street}, ${office.city}`,
        aside: (
          <span className={classes.figures}>
            <span className={classes.figure}>
              <IconMapPin size={14} aria-hidden />
              {kilometres === null ? <Trans>not known</Trans> : kilometresText(kilometres)}
            </span>
            {figure && <span className={classes.figure}>{figure(office)}</span>}
          </span>
        ),
      }))}
    />
  );
}
