import { Trans, useLingui } from '@lingui/react/macro';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import type { TypedPart } from '../../words/family-words.ts';
import { rulesParts } from '../../words/settlement/rules-words.ts';
import classes from './portal-settings.module.css';
import { SettingsPanel } from './settings-panel.tsx';
import { SettlementForm } from './settlement-form.tsx';
import { shownSettlement } from './waiting-settings.ts';

/** How a portal settles with customers: read by all who come here, set by the insurer's seniors and the operator. */
export function SettlementPanel({ state }: { readonly state: PortalState }) {
  const { t } = useLingui();
  const outbox = useOffline((offline) => offline.outbox);
  const { part, since } = shownSettlement(state, outbox);
  const { settlement, currency, workPlans } = state.standing.settings;
  const parts = rulesParts(part, currency);
  const portal = state.standing.portalName;
  return (
    <SettingsPanel
      state={state}
      authority="portal.changeSettlementRules"
      since={since}
      change={t`Change how it is settled…`}
      facts={
        <>
          {settlement === undefined && since === null && (
            <p className={classes.note}>
              <Trans>These are Partner Desk's own; set your own.</Trans>
            </p>
          )}
          {!workPlans && (
            <p className={classes.note}>
              <Trans>{portal} does not use work plans: nothing is settled with customers until it does.</Trans>
            </p>
          )}
          <Facts title={t`Cash offer`} parts={parts.cash} />
          <Facts title={t`Customer's own work`} parts={parts.ownWork} />
          <Facts title={t`What is paid on receipts`} parts={parts.both} />
        </>
      }
      form={(onClose) => <SettlementForm state={state} onClose={onClose} />}
    />
  );
}

function Facts({ title, parts }: { readonly title: string; readonly parts: readonly TypedPart[] }) {
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <dl className={classes.facts}>
        {parts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
