import { Trans } from '@lingui/react/macro';
import { moneyText } from '../../words/figures.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { ExternalCaseHandlerSettings } from '../../../shared/domain/portal/portal-settings.ts';
import { basisWords } from './basis-words.ts';
import classes from './portal-settings.module.css';
import { RightsList } from './rights-list.tsx';

interface RoleFactsProps {
  readonly standing: Standing;
  readonly role: ExternalCaseHandlerSettings;
}

/** All that is set of the role, to be read. */
export function RoleFacts({ standing, role }: RoleFactsProps) {
  const { currency } = standing.settings;
  const { sampleWithinLimit: sampled = 0 } = role;
  const { label, example } = basisWords(role.limitBasis, currency);
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>
            <Trans>Role in use</Trans>
          </dt>
          <dd>{role.enabled ? <Trans>Yes</Trans> : <Trans>No</Trans>}</dd>
        </div>
        <div>
          <dt>
            <Trans>Default limit</Trans>
          </dt>
          <dd>
            {role.defaultLimit === null ? (
              <Trans>none, which counts as 0</Trans>
            ) : (
              moneyText({ amount: role.defaultLimit, currency })
            )}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Counts against the limit</Trans>
          </dt>
          <dd>
            {label}
            <div className={classes.note}>{example}</div>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Approvals the insurer looks at as well</Trans>
          </dt>
          <dd>{sampled === 0 ? <Trans>none</Trans> : <Trans>{sampled} % of those within the limit</Trans>}</dd>
        </div>
        <div>
          <dt>
            <Trans>Work of the own company</Trans>
          </dt>
          <dd>
            {role.ownCompany ? (
              <Trans>may be approved, and it is noted in the case; nobody approves his or her own work</Trans>
            ) : (
              <Trans>may not be approved</Trans>
            )}
          </dd>
        </div>
      </dl>
      <h3 className={classes.heading}>
        <Trans>Rights</Trans>
      </h3>
      <RightsList standing={standing} given={role.rights} onChange={null} />
    </>
  );
}
