import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconClock, IconMoonStars, IconSettings, IconUserOff, IconUserShield } from '@tabler/icons-react';
import { memo } from 'react';
import { approvalLimit } from '../../../shared/domain/rights/may.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { moneyText } from '../../words/figures.ts';
import { levelWords } from '../../words/level-words.ts';
import type { MemberLine } from './member-lines.ts';
import classes from './members.module.css';

interface MemberRowProps {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly line: MemberLine;
  readonly settings: PortalSettings;
  readonly waiting: boolean;
  /** The one row whose button is a tab stop. */
  readonly current: boolean;
  readonly onFocus: (id: string) => void;
  readonly onEdit: (id: string) => void;
}

/** A member; everything about him or her is behind the cogwheel (seed). */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { id, index, top, line, settings, waiting, current, onFocus, onEdit } = props;
  const { t } = useLingui();
  const { member, company, side, office } = line;
  const { name } = member;
  return (
    <div
      role="row"
      // The head is the first row.
      aria-rowindex={index + 2}
      className={classes.row}
      data-waiting={waiting}
      data-inactive={!member.active || member.level === 0}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Lines column="name" first={name} second={member.email} />
      <Lines column="company" first={company} second={office ?? ''} />
      <Lines column="level" first={t`Level ${member.level}`} second={levelWords(member.level, side).word} />
      <div role="gridcell" className={classes.cell} data-column="handler">
        {member.marked ? <Marked line={line} settings={settings} /> : <Nothing>{t`not marked`}</Nothing>}
      </div>
      <div role="gridcell" className={classes.cell} data-column="budgets">
        {side !== 'partner' || member.budgetPermission ? <Trans>yes</Trans> : <Nothing>{t`no`}</Nothing>}
      </div>
      <div role="gridcell" className={classes.cell} data-column="state">
        <State line={line} waiting={waiting} />
      </div>
      <div role="gridcell" className={classes.cell} data-column="edit">
        <button
          type="button"
          className={classes.edit}
          aria-label={t`Edit ${name}`}
          title={t`Edit ${name}`}
          tabIndex={current ? 0 : -1}
          onFocus={() => onFocus(id)}
          onClick={() => onEdit(id)}
        >
          <IconSettings size={18} stroke={1.6} aria-hidden />
        </button>
      </div>
    </div>
  );
});

interface PortalRowProps {
  readonly index: number;
  readonly top: number;
  readonly state: PortalState;
  readonly count: number;
}

/** The portal that the next members belong to. */
export function PortalRow({ index, top, state, count }: PortalRowProps) {
  return (
    <div role="row" aria-rowindex={index + 2} className={classes.portal} style={{ transform: `translateY(${top}px)` }}>
      <span role="gridcell" aria-colspan={7}>
        <strong>{state.standing.portalName}</strong> · <Plural value={count} one="# member" other="# members" />
      </span>
    </div>
  );
}

function Lines({
  column,
  first,
  second,
}: {
  readonly column: string;
  readonly first: string;
  readonly second: string;
}) {
  return (
    <div role="gridcell" className={classes.cell} data-column={column}>
      <span className={classes.lines}>
        <span className={classes.first} title={first}>
          {first}
        </span>{' '}
        <span className={classes.second} title={second}>
          {second}
        </span>
      </span>
    </div>
  );
}

function Marked({ line: { member }, settings }: Pick<MemberRowProps, 'line' | 'settings'>) {
  const limit = moneyText({ amount: approvalLimit(member.limit, settings), currency: settings.currency });
  return (
    <>
      <IconUserShield size={16} stroke={1.7} aria-hidden className={classes.sign} />
      <span className={classes.lines}>
        <span className={classes.first}>
          <Trans>up to {limit}</Trans>
        </span>{' '}
        <span className={classes.second}>
          {member.limit.kind === 'default' ? <Trans>default</Trans> : <Trans>other value</Trans>}
        </span>
      </span>
    </>
  );
}

function State({ line: { member, deputy }, waiting }: Pick<MemberRowProps, 'line' | 'waiting'>) {
  const { t } = useLingui();
  return (
    <span className={classes.states}>
      {waiting && (
        <span className={classes.waiting} title={t`Waiting for the portal`}>
          <IconClock size={13} aria-hidden />
          <Trans>Waiting</Trans>
        </span>
      )}
      {!member.active && (
        <span className={classes.state}>
          <IconUserOff size={14} aria-hidden />
          <Trans>Inactive</Trans>
        </span>
      )}
      {deputy !== null && (
        <span className={classes.state} title={t`Away, ${deputy} is the deputy`}>
          <IconMoonStars size={14} aria-hidden />
          <span className={classes.first}>
            <Trans>Away: {deputy}</Trans>
          </span>
        </span>
      )}
    </span>
  );
}

/** A dash for the eye, a word for who listens. */
function Nothing({ children }: { readonly children: string }) {
  return (
    <span className={classes.nothing}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{children}</span>
    </span>
  );
}
