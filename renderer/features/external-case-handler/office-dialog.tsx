import { SegmentedControl, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { officeCandidates } from '../../../shared/domain/external-case-handler/candidates.ts';
import { hasWords } from '../../../shared/domain/case/list-filter.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { roleRevision, type ExternalCaseHandlerRole } from '../../../shared/domain/external-case-handler/role.ts';
import type { OfficeId } from '../../../shared/domain/ids.ts';
import { TimeOfDay } from '../../ui/moment-text.tsx';
import {
  DecisionDialog,
  draftKey,
  forecast,
  forecastDialog,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
} from '../case/frame.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { choiceSchema, noChoice } from './choice.ts';
import { NotListed } from './not-listed.tsx';
import { OfficeOptions } from './office-options.tsx';
import classes from './role-dialog.module.css';

type Listing = 'recommended' | 'all';

/** Gives the External Case Handler role to an office: the nearest first, or all of them (seed). */
export function OfficeDialog({ onClose }: { onClose: () => void }) {
  const view = useCaseView();
  const { open } = view;
  const { t } = useLingui();
  const issue = useCaseIssue();
  const { role, site } = open.content.case;
  const draft = useDraft(draftKey(open, 'give-role'), noChoice, choiceSchema);
  const seen = useSeen(roleRevision(open.content.case));
  const [listing, setListing] = useState<Listing>('recommended');
  const [search, setSearch] = useState('');
  const candidates = useMemo(() => officeCandidates(open.directory, site.position), [open.directory, site.position]);
  const listed = candidates.eligible.filter(({ office }) => office.id !== role?.office);
  const chosen = listed.find(({ office }) => office.id === draft.value.chosen) ?? null;
  const command: CaseCommand = { name: 'give-role-to-office', input: { office: chosen?.office.id ?? '' } };
  const name = chosen?.office.name;
  return (
    <DecisionDialog
      title={
        role ? (
          <Trans>Move the External case handler role to another office</Trans>
        ) : (
          <Trans>Assign External case handler to an office</Trans>
        )
      }
      primary={name ? <Trans>Give role to {name}</Trans> : <Trans>Give role</Trans>}
      seen={seen}
      refusal={chosen ? forecast(view, command) : forecastDialog(view, command)}
      missing={chosen ? null : t`Choose an office first.`}
      width={680}
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <p className={classes.lead}>
        <Trans>
          The office is told at once and assigns one of its marked users. Only offices with a marked user are listed.
        </Trans>
      </p>
      {role && <Losing role={role} />}
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
      </div>
      <OfficeOptions
        candidates={listing === 'all' ? byName(listed, search, open.directory.companies) : listed}
        chosen={chosen?.office.id ?? null}
        onChoose={(office: OfficeId) => draft.change({ chosen: office })}
        positioned={site.position !== null}
      />
      <NotListed excluded={candidates.excluded} />
      <p className={classes.asOf}>
        <Trans>
          Offices and marks as of <TimeOfDay moment={open.asOf} />.
        </Trans>
      </p>
    </DecisionDialog>
  );
}

/** Who had it until now is not asked: it is said before it is done. */
function Losing({ role }: { role: ExternalCaseHandlerRole }) {
  const office = role.officeName;
  const user = role.user?.name;
  return (
    <p className={classes.losing} role="note">
      {user ? (
        <Trans>
          {user} at {office} loses the role with it, no longer sees the case through it, and is told so.
        </Trans>
      ) : (
        <Trans>{office} loses the role with it, no longer sees the case through it, and is told so.</Trans>
      )}
    </p>
  );
}

type Listed = ReturnType<typeof officeCandidates>['eligible'];

/** The full list is by name; what is searched for may stand in office, company or city. */
function byName(listed: Listed, search: string, companies: readonly { id: string; name: string }[]): Listed {
  const textOf = ({ office }: Listed[number]): string => {
    const company = companies.find((each) => each.id === office.company)?.name ?? '';
    return foldText(`${office.name} ${company} ${office.street} ${office.city}`);
  };
  return listed
    .filter((each) => hasWords(textOf(each), search))
    .toSorted((one, other) => one.office.name.localeCompare(other.office.name));
}
