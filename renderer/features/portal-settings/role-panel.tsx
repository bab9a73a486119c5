import { useLingui } from '@lingui/react/macro';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { RoleFacts } from './role-facts.tsx';
import { RoleForm } from './role-form.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { shownRole } from './waiting-settings.ts';

/** The External case handler of a portal: whether it is in use, limit and rights. */
export function RolePanel({ state }: { readonly state: PortalState }) {
  const { t } = useLingui();
  const outbox = useOffline((offline) => offline.outbox);
  const { part, since } = shownRole(state, outbox);
  return (
    <SettingsPanel
      state={state}
      since={since}
      change={t`Change the External case handler…`}
      facts={<RoleFacts standing={state.standing} role={part} />}
      form={(onClose) => <RoleForm state={state} onClose={onClose} />}
    />
  );
}
