import { Trans } from '@lingui/react/macro';
import { IconBuilding, IconUserPlus, IconUserX } from '@tabler/icons-react';
import { ActionButton } from '../action-button.tsx';
import { useCaseView } from '../case-view.ts';
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

function ForSupplier() {
  const { open } = useCaseView();
  const { role } = open.content.case;
  const ours = role?.company === open.standing.company;
  return (
    <>
      <ActionButton
        command={{ name: 'assign-role-user', input: { member: '' } }}
        dialog={{ kind: 'assign-user' }}
        icon={<IconUserPlus size={16} aria-hidden />}
      >
        {role?.user ? <Trans>Change user…</Trans> : <Trans>Assign user…</Trans>}
      </ActionButton>
      {ours && (
        <ActionButton command={{ name: 'decline-role', input: { reason: 'x' } }} dialog={{ kind: 'decline-role' }}>
          <Trans>Decline…</Trans>
        </ActionButton>
      )}
    </>
  );
}
