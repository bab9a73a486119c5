import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { inviteRefusal } from '../../../shared/domain/member/invite-member.ts';
import type { MemberEntry } from '../../../shared/domain/office/directory.ts';
import classes from './invitation.module.css';

interface WaitingInvitationsProps {
  readonly state: PortalState;
  readonly onAgain: (member: MemberEntry) => Promise<void>;
}

/** Who has not chosen a password yet, of those whom the reader may invite, with a way to mail the link again. */
export function WaitingInvitations({ state, onAgain }: WaitingInvitationsProps) {
  const { standing, directory } = state;
  const waiting = directory.members.filter(
    (member) => member.invited && inviteRefusal({ standing, directory, member: member.id }, member) === null,
  );
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-invitations">
      <h3 id="waiting-invitations" className={classes.heading}>
        <Trans>Invited, no password chosen yet</Trans>
      </h3>
      <ul className={classes.waiting}>
        {waiting.map((member) => (
          <li key={member.id}>
            <span>
              {member.name} · {member.email}
              {member.invited?.at && (
                <span className={classes.note}>
                  {' · '}
                  <Trans>
                    invited <MomentText moment={member.invited.at} />
                  </Trans>
                </span>
              )}
            </span>
            <Again member={member} portal={state.portal} onAgain={onAgain} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AgainProps extends Pick<WaitingInvitationsProps, 'onAgain'> {
  readonly member: MemberEntry;
  readonly portal: string;
}

function Again({ member, portal, onAgain }: AgainProps) {
  const { t } = useLingui();
  const waits = useOffline(({ outbox }) =>
    outbox.find(({ command }) => command?.portal === portal && command.subject.id === member.id),
  );
  if (waits?.command) return <WaitingMark since={waits.command.at} />;
  return (
    <Button
      variant="default"
      size="xs"
      aria-label={t`Invite again: ${member.name}`}
      onClick={() => void onAgain(member)}
    >
      <Trans>Invite again</Trans>
    </Button>
  );
}
