import { Trans, useLingui } from '@lingui/react/macro';
import { Plural } from '@lingui/react/macro';
import { IconMapPin, IconUserShield } from '@tabler/icons-react';
import type { OfficeCandidate } from '../../../shared/domain/external-case-handler/candidates.ts';
import type { OfficeId } from '../../../shared/domain/ids.ts';
import { kilometresText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import { OptionList } from '../../ui/option-list.tsx';
import classes from './role-dialog.module.css';

interface OfficeOptionsProps {
  readonly candidates: readonly OfficeCandidate[];
  readonly chosen: OfficeId | null;
  readonly onChoose: (office: OfficeId) => void;
  /** The site's position is known, so that the order is by distance. */
  readonly positioned: boolean;
}

/** The offices that can be given the role, with distance and marked users. */
export function OfficeOptions({ candidates, chosen, onChoose, positioned }: OfficeOptionsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const companyOf = (company: string) => open.directory.companies.find((each) => each.id === company)?.name ?? '';
  return (
    <>
      {!positioned && (
        <p className={classes.asOf}>
          <Trans>The site has no position, so distances are not known and the order is by name.</Trans>
        </p>
      )}
      <OptionList
        label={t`Offices`}
        chosen={chosen}
        onChoose={onChoose}
        empty={t`No office fits.`}
        options={candidates.map(({ office, kilometres }) => ({
          id: office.id,
          title: office.name,
          detail: `${companyOf(office.company)} · ${office.street}, ${office.city}`,
          aside: (
            <span className={classes.figures}>
              <span className={classes.figure}>
                <IconMapPin size={14} aria-hidden />
                {kilometres === null ? <Trans>not known</Trans> : kilometresText(kilometres)}
              </span>
              <span className={classes.figure}>
                <IconUserShield size={14} aria-hidden />
                <Plural value={office.marked} one="# marked user" other="# marked users" />
              </span>
            </span>
          ),
        }))}
      />
    </>
  );
}
