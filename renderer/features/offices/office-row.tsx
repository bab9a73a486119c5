import { ActionIcon } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import {
  IconCalendarTime,
  IconCircleCheck,
  IconCircleMinus,
  IconSettings,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react';
import { useId } from 'react';
import { useOffline } from '../../bindings/use-offline.ts';
import { CutText } from '../../ui/cut-text.tsx';
import { Reason } from '../../ui/reason.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { listText } from '../../words/figures.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { changeOfficeRefusal, termsOf } from '../../../shared/domain/office/change-office.ts';
import { waitingChange, type ListedOffice } from './listed-offices.ts';
import classes from './offices.module.css';

interface OfficeRowProps {
  readonly listed: ListedOffice;
  /** Offices of several portals stand in the list. */
  readonly several: boolean;
  readonly onEdit: () => void;
  readonly onCalendar: () => void;
  readonly onSelection: () => void;
}

/** One office: who and where, what it offers, whether it takes new tasks, and the ways to change that. */
export function OfficeRow({ listed, several, onEdit, onCalendar, onSelection }: OfficeRowProps) {
  const { t } = useLingui();
  const { office, company, state } = listed;
  const { settings, portalName } = state.standing;
  const waiting = useOffline(({ outbox }) => waitingChange(outbox, listed));
  const place = `${office.postalCode ?? ''} ${office.city}`.trim();
  const services = listText(office.services.map((code) => taskTypeName(code, settings)));
  return (
    <>
      <div className={classes.who}>
        <span className={classes.name}>
          <CutText>{office.name}</CutText>
        </span>
        <span className={classes.dimmed}>
          <CutText>{[company, place, several && portalName].filter(Boolean).join(' · ')}</CutText>
        </span>
      </div>
      <div className={classes.services}>
        <CutText>{services || t`Offers nothing yet`}</CutText>
        <span className={classes.dimmed}>
          <Plural value={office.marked} _0="No user marked" one="# user marked" other="# users marked" />
          {office.position === null && (
            <>
              {' · '}
              <Trans>No position: listed last</Trans>
            </>
          )}
        </span>
      </div>
      <div className={classes.state}>
        {waiting?.command ? <WaitingMark since={waiting.command.at} /> : <Availability listed={listed} />}
      </div>
      <div className={classes.deeds}>
        <ChangeButton
          listed={listed}
          label={t`Automatic member selection of ${office.name}`}
          icon={IconUserCheck}
          waits={waiting !== undefined}
          onClick={onSelection}
        />
        <ChangeButton
          listed={listed}
          label={t`Hours and closed days of ${office.name}`}
          icon={IconCalendarTime}
          waits={waiting !== undefined}
          onClick={onCalendar}
        />
        <ActionIcon
          variant="subtle"
          size={30}
          aria-label={t`Edit ${office.name}`}
          title={t`Edit ${office.name}`}
          onClick={onEdit}
        >
          <IconSettings size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
    </>
  );
}

function Availability({ listed: { office } }: { readonly listed: ListedOffice }) {
  if (!office.available)
    return (
      <StateBadge tone="quiet" icon={IconCircleMinus}>
        <Trans>Unavailable for new tasks</Trans>
      </StateBadge>
    );
  if (!office.inNetwork)
    return (
      <StateBadge tone="quiet" icon={IconCircleMinus}>
        <Trans>Not in the partner network</Trans>
      </StateBadge>
    );
  return (
    <StateBadge tone="quiet" icon={IconCircleCheck}>
      <Trans>Takes new tasks</Trans>
    </StateBadge>
  );
}

interface ChangeButtonProps {
  readonly listed: ListedOffice;
  readonly label: string;
  readonly icon: Icon;
  readonly waits: boolean;
  readonly onClick: () => void;
}

function ChangeButton({ listed: { office, state }, label, icon: Sign, waits, onClick }: ChangeButtonProps) {
  const { t } = useLingui();
  const id = useId();
  const { standing } = state;
  const refusal = changeOfficeRefusal({ standing, office: termsOf(office) }, {});
  const reason = refusal
    ? refusalWords(refusal, standing).full
    : waits
      ? t`A change of it waits for the portal.`
      : null;
  const sign = <Sign size={18} stroke={1.6} aria-hidden />;
  if (reason === null)
    return (
      <ActionIcon variant="subtle" size={30} aria-label={label} title={label} onClick={onClick}>
        {sign}
      </ActionIcon>
    );
  return (
    <Reason id={id} reason={reason}>
      <ActionIcon
        variant="subtle"
        size={30}
        className={classes.held}
        aria-label={label}
        aria-disabled
        aria-describedby={id}
        onClick={(event) => event.preventDefault()}
      >
        {sign}
      </ActionIcon>
    </Reason>
  );
}
