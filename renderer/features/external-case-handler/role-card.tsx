import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowRight, IconUserShield } from '@tabler/icons-react';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { ExternalCaseHandlerRole } from '../../../shared/domain/external-case-handler/role.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { momentText } from '../../words/figures.ts';
import { TargetBadge, useCaseView, waitingFor } from '../case/frame.ts';
import { OwnRights } from './own-rights.tsx';
import { RightsLinks } from './rights-links.tsx';
import { RoleActions } from './role-actions.tsx';
import classes from './role-card.module.css';

/** Who handles the case for the insurer from outside: the office, the user, since when, until when, and what can be done. */
export function RoleCard() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { role, roleDeclined } = open.content.case;
  const waits = role && waitingFor(open, role.revision);
  return (
    <section className={classes.card} aria-label={t`External case handler`} data-waiting={waits ? true : undefined}>
      <div className={classes.head}>
        <IconUserShield size={16} aria-hidden />
        <h2 className={classes.title}>
          <Trans>External case handler</Trans>
        </h2>
        {waits && <WaitingMark since={waits.since} />}
      </div>
      {role ? <Held role={role} /> : <NotGiven declined={roleDeclined} />}
      <RightsLinks />
      <RoleActions />
    </section>
  );
}

function Held({ role }: { role: ExternalCaseHandlerRole }) {
  const { open } = useCaseView();
  const { standing, directory } = open;
  const company = directory.companies.find((each) => each.id === role.company)?.name;
  const ours = role.company === standing.company;
  if (role.user) {
    const { name } = role.user;
    const since = momentText(role.userAssignedAt ?? role.officeAssignedAt);
    const me = role.user.member === standing.member;
    return (
      <div className={classes.who}>
        <p className={classes.name}>{me ? <Trans>{name} (you)</Trans> : name}</p>
        <p className={classes.line}>
          <Trans>
            {role.officeName}, since {since}
          </Trans>
        </p>
        {me && <OwnRights />}
      </div>
    );
  }
  const given = momentText(role.officeAssignedAt);
  const by = role.assignedBy.name;
  return (
    <div className={classes.who}>
      <p className={classes.name}>
        {role.officeName}{' '}
        <span className={ours ? classes.missing : classes.open}>
          {ours && <IconArrowRight size={14} stroke={2.5} aria-hidden />}
          <Trans>no user assigned yet</Trans>
        </span>
      </p>
      <p className={classes.line}>
        {company && company !== role.officeName && <>{company} · </>}
        <Trans>
          given {given} by {by}
        </Trans>
        {role.target && <TargetBadge target={role.target} />}
      </p>
    </div>
  );
}

function NotGiven({ declined }: { declined: Case['roleDeclined'] }) {
  const { open } = useCaseView();
  const { settings } = open.standing;
  if (!settings.externalCaseHandler.enabled) {
    return (
      <p className={classes.line}>
        <Trans>This portal does not use the role.</Trans>
      </p>
    );
  }
  if (!declined) {
    return (
      <p className={classes.line}>
        <Trans>Nobody. The insurer can give the role to an office.</Trans>
      </p>
    );
  }
  const at = momentText(declined.at);
  const who = declined.by.name;
  return (
    <div className={classes.who}>
      <p className={classes.name}>
        <span className={classes.missing}>
          <IconArrowRight size={14} stroke={2.5} aria-hidden />
          <Trans>{declined.officeName} declined</Trans>
        </span>
      </p>
      <p className={classes.line}>
        <Trans>
          {who}, {at}:
        </Trans>{' '}
        <q className={classes.typed}>{declined.reason}</q>
      </p>
    </div>
  );
}
