import { Checkbox } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { chatReceivers } from '../../../shared/domain/chat/receivers.ts';
import type { ExternalCaseHandlerRole } from '../../../shared/domain/external-case-handler/role.ts';
import type { PersonRef } from '../../../shared/domain/member/person-ref.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './chat.module.css';

/** Who is told of the message that is being written. It says what the portal does; there is nothing to choose. */
export function Receivers() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { role } = open.content.case;
  return (
    <fieldset className={classes.receivers} aria-label={t`Who is told of the message`}>
      {role?.user ? <Handler user={role.user} /> : <NoHandler role={role} />}
      <p className={classes.others}>
        <Trans>Everybody who works in the case finds it here as a new message.</Trans>
      </p>
    </fieldset>
  );
}

function Handler({ user }: { readonly user: PersonRef }) {
  const { open } = useCaseView();
  const { standing, directory, content } = open;
  const { name } = user;
  const { portalName } = standing;
  if (user.member === standing.member)
    return (
      <p className={classes.others}>
        <Trans>You are the External case handler, and nobody is told of the own message.</Trans>
      </p>
    );
  const memberOf = (id: string) => directory.members.find((each) => each.id === id);
  const told = chatReceivers(content.case, standing, memberOf);
  if (told.length === 0)
    return (
      <Ticked name={name} ticked={false}>
        <Trans>
          Is not told: being told of every chat message is not among the rights of the role at {portalName}. The
          operator can change it.
        </Trans>
      </Ticked>
    );
  return (
    <>
      <Ticked name={name} ticked>
        <Trans>Cannot be unticked: {portalName} always tells the External case handler.</Trans>
      </Ticked>
      {told.map(({ member, standsInFor }) => {
        const deputy = memberOf(member)?.name;
        return standsInFor === null ? null : (
          <p key={member} className={classes.others}>
            <Trans>
              {deputy} is told too, as the deputy of {name}, who is away.
            </Trans>
          </p>
        );
      })}
      {!memberOf(user.member) && (
        <p className={classes.others}>
          <Trans>Should {name} be away, the deputy is told too.</Trans>
        </p>
      )}
    </>
  );
}

interface TickedProps {
  readonly name: string;
  readonly ticked: boolean;
  /** Why it is so. */
  readonly children: ReactNode;
}

/** A box that stays as it is: it keeps its place in the tab order, and says why. */
function Ticked({ name, ticked, children }: TickedProps) {
  return (
    <Checkbox
      size="xs"
      className={classes.ticked}
      classNames={{ description: classes.others }}
      checked={ticked}
      readOnly
      aria-disabled
      label={<Trans>{name}, External case handler</Trans>}
      description={children}
    />
  );
}

function NoHandler({ role }: { readonly role: ExternalCaseHandlerRole | null }) {
  const { open } = useCaseView();
  const { enabled, rights } = open.standing.settings.externalCaseHandler;
  if (!role || !enabled || !rights.includes('chat.forceMark')) return null;
  const { officeName } = role;
  return (
    <p className={classes.others}>
      <Trans>
        Nobody is told yet: {officeName} has not assigned the External case handler, who is always told from then on.
      </Trans>
    </p>
  );
}
