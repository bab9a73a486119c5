import { Anchor } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useCaseView } from '../case/frame.ts';
import classes from './role-card.module.css';

/** To the answers for everything that can be asked: one's own, and those of the role's user where one may know of them. */
export function RightsLinks() {
  const { open } = useCaseView();
  const { key, standing, directory, content } = open;
  const user = content.case.role?.user;
  const known = user?.member !== standing.member && directory.members.some(({ id }) => id === user?.member);
  const name = user?.name;
  return (
    <p className={classes.links}>
      <Anchor renderRoot={(props) => <Link to="/rights" search={key} {...props} />}>
        <Trans>All that you may do here, and why not</Trans>
      </Anchor>
      {user && known && (
        <Anchor renderRoot={(props) => <Link to="/rights" search={{ ...key, member: user.member }} {...props} />}>
          <Trans>What {name} may do here</Trans>
        </Anchor>
      )}
    </p>
  );
}
