import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { PortalState } from '../../offline/offline-desk.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { maySteer } from '../../../shared/domain/rights/may.ts';
import classes from './portal-settings.module.css';

interface SettingsPanelProps {
  readonly state: PortalState;
  /** When the change that waits for the portal was made; null where none does. */
  readonly since: string | null;
  /** What changing it takes; the operator's right to set rights where it is left out. */
  readonly authority?:
    | 'portal.changeRights'
    | 'portal.changeWorkPlans'
    | 'portal.changeCompensation'
    | 'portal.changeAllocation'
    | 'portal.changeSettlementRules';
  readonly change: string;
  readonly facts: ReactNode;
  readonly form: (onClose: () => void) => ReactNode;
}

const setByOperator: readonly string[] = ['portal.changeRights', 'portal.changeWorkPlans'];

/** What is set, to be read by all who come here and to be changed by who may. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { state, since, authority = 'portal.changeRights', change, facts, form } = props;
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const [edited, setEdited] = useState(false);
  const { standing } = state;
  const verdict = maySteer(standing, authority);
  const refusal = verdict.allowed ? null : refusalWords(verdict.refusal, standing).full;
  const close = () => {
    setEditing(false);
    setEdited(true);
  };
  if (editing) return form(close);
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <ReasonButton
          variant="default"
          reason={refusal ?? (since === null ? null : t`A change of it waits for the portal.`)}
          ref={edited ? focusFirst : undefined}
          onClick={() => setEditing(true)}
        >
          {change}
        </ReasonButton>
        {since !== null && <WaitingMark since={since} />}
        {refusal && setByOperator.includes(authority) && (
          <span className={classes.note}>
            <Trans>Set by the operator, as {standing.portalName} wishes.</Trans>
          </span>
        )}
      </div>
      {facts}
    </div>
  );
}
