import { Trans, useLingui } from '@lingui/react/macro';
import { IconBuilding, IconUserPlus, IconUserX } from '@tabler/icons-react';
import { useOfferActs } from '../../bindings/page-acts.ts';
import { ActionButton, forecastDialog, useCaseView } from '../case/frame.ts';
import classes from './role-card.module.css';

/** What the insurer and the supplier can do with the role; each side sees its own actions. What is to be done next is filled in "Decide next". */
export function RoleActions() {
  const { open } = useCaseView();
  const { role } = open.content.case;
  const insurer = open.standing.side !== 'partner';
  if (!role && !insurer) return null;
  return <div className={classes.actions}>{insurer ? <ForInsurer /> : <ForSupplier />}</div>;
}

function ForInsurer() {
  const { open } = useCaseView();
  const { role, roleDeclined } = open.content.case;
  return (
    <>
      <ActionButton
        command={{ name: 'give-role-to-office', input: { office: '' } }}
        dialog={{ kind: 'give-role' }}
        icon={<IconBuilding size={16} aria-hidden />}
      >
        {role ? <Trans>Change office…</Trans> : <Trans>Give to an office…</Trans>}
      </ActionButton>
      {(role || roleDeclined) && (
        <ActionButton
          command={{ name: 'remove-role', input: { reason: 'x' } }}
          dialog={{ kind: 'remove-role' }}
          icon={<IconUserX size={16} aria-hidden />}
        >
          {role ? <Trans>Remove role…</Trans> : <Trans>Do without…</Trans>}
        </ActionButton>
      )}
    </>
  );
}

const assignUser = { name: 'assign-role-user', input: { member: '' } } as const;

function ForSupplier() {
  const view = useCaseView();
  const { open, show } = view;
  const { t } = useLingui();
  const { role } = open.content.case;
  const ours = role?.company === open.standing.company;
  const label = role?.user ? t`Change user…` : t`Assign user…`;
  const run = () => show({ kind: 'assign-user' });
  const refused = forecastDialog(view, assignUser) !== null;
  useOfferActs(refused ? [] : [{ id: 'assign-user', label, icon: IconUserPlus, run }]);
  return (
    <>
      <ActionButton command={assignUser} dialog={{ kind: 'assign-user' }} icon={<IconUserPlus size={16} aria-hidden />}>
        {label}
      </ActionButton>
      {ours && (
        <ActionButton command={{ name: 'decline-role', input: { reason: 'x' } }} dialog={{ kind: 'decline-role' }}>
          <Trans>Decline…</Trans>
        </ActionButton>
      )}
    </>
  );
}
