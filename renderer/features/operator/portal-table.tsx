import { Trans, useLingui } from '@lingui/react/macro';
import { IconBuildings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { OperatorPortal } from '../../../shared/contract/operator.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DayText } from '../../ui/moment-text.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Asked } from './asked.tsx';
import classes from './operator.module.css';
import { useOperatorPortals } from './use-operator-answers.ts';

/** Every portal in numbers. */
export function PortalTable() {
  const { t } = useLingui();
  const { data, refetch } = useOperatorPortals();
  return (
    <Asked answer={data} working={t`Asking for the portals…`} onAgain={() => void refetch()}>
      {(portals) => (portals.length > 0 ? <Portals portals={portals} /> : <NoPortal />)}
    </Asked>
  );
}

function NoPortal() {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconBuildings} title={t`No portal yet: bring in a network`}>
      <Trans>
        A network document names the insurers' portals with their settings, and the companies, offices and people who
        work in them. Below you can save one to begin with.
      </Trans>
    </EmptyState>
  );
}

function Portals({ portals }: { readonly portals: readonly OperatorPortal[] }) {
  const { t } = useLingui();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways in a narrow window, by keys too
    <div className={classes.wide} role="region" aria-label={t`Portals in numbers`} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t`Portal`}</th>
            <th scope="col" className={classes.number}>{t`Companies`}</th>
            <th scope="col" className={classes.number}>{t`Offices`}</th>
            <th scope="col" className={classes.number}>{t`Members`}</th>
            <th scope="col" className={classes.number}>{t`Open cases`}</th>
            <th scope="col">{t`External case handler`}</th>
            <th scope="col">{t`Last change`}</th>
            <th scope="col">
              <span className="visually-hidden">{t`Settings`}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {portals.map((portal) => (
            <PortalRow key={portal.id} portal={portal} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PortalRow({ portal }: { readonly portal: OperatorPortal }) {
  const { t, i18n } = useLingui();
  const { name, currency, timeZone, roleInUse, lastChange } = portal;
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>{name}</span>
        <span className={classes.under}>
          {currency} · {timeZone}
        </span>
      </th>
      <td className={classes.number}>{i18n.number(portal.companies)}</td>
      <td className={classes.number}>{i18n.number(portal.offices)}</td>
      <td className={classes.number}>
        {i18n.number(portal.members)}
        <span className={classes.under}>
          <Trans>{i18n.number(portal.marked)} marked</Trans>
        </span>
      </td>
      <td className={classes.number}>{i18n.number(portal.openCases)}</td>
      <td>
        <StateBadge tone={roleInUse ? 'finished' : 'quiet'}>{roleInUse ? t`In use` : t`Not in use`}</StateBadge>
      </td>
      <td className={classes.when}>{lastChange ? <DayText moment={lastChange} /> : t`Over 90 days ago`}</td>
      <td>
        <Link
          to="/admin/portal"
          search={{ portal: portal.id }}
          className={classes.link}
          aria-label={t`Settings: ${name}`}
        >
          <Trans>Settings</Trans>
        </Link>
      </td>
    </tr>
  );
}
