import { Checkbox } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { chatReceivers, markedForChat } from '../../../shared/domain/chat/receivers.ts';
import type { ExternalCaseHandlerRole } from '../../../shared/domain/external-case-handler/role.ts';
import type { PersonRef } from '../../../shared/domain/member/person-ref.ts';
import { inspector, projectManager } from '../../../shared/domain/rights/partner-roles.ts';
import { roleWords } from '../../words/role-words.ts';
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
      <ByTask />
      <p className={classes.others}>
        <Trans>Everybody who works in the case finds it here as a new message.</Trans>
      </p>
    </fieldset>
  );
}

function Handler({ user }: { readonly user: PersonRef }) {
  const { open } = useCaseView();
  const { standing, content } = open;
  const { portalName } = standing;
  const role = roleWords('external-case-handler').word;
  if (user.member === standing.member)
    return (
      <p className={classes.others}>
        <Trans>You are the External case handler, and nobody is told of the own message.</Trans>
      </p>
    );
  if (!markedForChat(content.case, standing).includes(user.member))
    return (
      <Ticked name={user.name} role={role} ticked={false}>
        <Trans>
          Is not told: being told of every chat message is not among the rights of the role at {portalName}. The
          operator can change it.
        </Trans>
      </Ticked>
    );
  return <Always user={user} role={role} />;
}

/** Who is told by a task, each once; who is the External case handler too stands there already. */
function ByTask() {
  const { open } = useCaseView();
  const { standing, content } = open;
  const { tasks, role: handlers } = content.case;
  const people = new Map(tasks.flatMap((task) => task.responsibles.map((each) => [each.member, each])));
  const told = [projectManager, inspector]
    .filter(({ rightsIn }) => rightsIn(standing.settings).includes('chat.forceMark'))
    .flatMap(({ as, holdersIn }) => holdersIn(content.case).map((member) => ({ as, user: people.get(member) })))
    .filter(({ user }, index, all) => all.findIndex((each) => each.user === user) === index);
  return told.map(
    ({ as, user }) =>
      user &&
      user.member !== standing.member &&
      user.member !== handlers?.user?.member && <Always key={user.member} user={user} role={roleWords(as).word} />,
  );
}

interface AlwaysProps {
  readonly user: PersonRef;
  readonly role: string;
}

/** Somebody who is told in any event, and the deputy. */
function Always({ user, role }: AlwaysProps) {
  const { open } = useCaseView();
  const { standing, directory, content } = open;
  const { portalName } = standing;
  const { name } = user;
  const memberOf = (id: string) => directory.members.find((each) => each.id === id);
  const told = chatReceivers(content.case, standing, memberOf);
  return (
    <>
      <Ticked name={name} role={role} ticked>
        <Trans>
          Cannot be unticked: {portalName} always tells the {role}.
        </Trans>
      </Ticked>
      {told.map(({ member, standsInFor }) => {
        const deputy = memberOf(member)?.name;
        return standsInFor === user.member ? (
          <p key={member} className={classes.others}>
            <Trans>
              {deputy} is told too, as the deputy of {name}, who is away.
            </Trans>
          </p>
        ) : null;
      })}
      {!memberOf(user.member) && (
        <p className={classes.others}>
          <Trans>Should {name} be away, the deputy is told too.</Trans>
        </p>
      )}
    </>
  );
}

interface TickedProps extends Pick<AlwaysProps, 'role'> {
  readonly name: string;
  readonly ticked: boolean;
  /** Why it is so. */
  readonly children: ReactNode;
}

/** A box that stays as it is: it keeps its place in the tab order, and says why. */
function Ticked({ name, role, ticked, children }: TickedProps) {
  return (
    <Checkbox
      size="xs"
      className={classes.ticked}
      classNames={{ description: classes.others }}
      checked={ticked}
      readOnly
      aria-disabled
      label={
        <Trans>
          {name}, {role}
        </Trans>
      }
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
