import { Anchor, Loader } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconEyeOff, IconFolderOff, IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CaseKey } from '../../../shared/contract/desk-api.ts';
import { seesContent } from '../../../shared/domain/case/case-parts.ts';
import { memberStanding } from '../../../shared/domain/member/member-standing.ts';
import type { MemberStanding } from '../../../shared/domain/member/standing.ts';
import type { AskComponent } from '../../bindings/ask-component.ts';
import { useCase } from '../../bindings/use-case.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import type { Asked } from './asked.ts';
import classes from './effective-rights.module.css';
import { RightsList } from './rights-list.tsx';

interface RightsInCaseProps extends CaseKey {
  readonly member: string;
  readonly Ask: AskComponent;
}

/** Opens the case from the desk and tells what the person may do in it, as far as the reader sees enough of it. */
export function RightsInCase({ portal, case: id, member, Ask }: RightsInCaseProps) {
  const hold = useCase({ portal, case: id });
  if (hold.phase === 'loading') return <Loader size="sm" />;
  if (hold.phase === 'not-held')
    return (
      <EmptyState icon={IconFolderOff} title={<Trans>This case is not on this desk</Trans>}>
        <Trans>What somebody may do in it cannot be told from here. Choose one of the cases that you see.</Trans>
      </EmptyState>
    );
  const { open } = hold;
  const standing = standingIn(open, member);
  if (!standing)
    return (
      <EmptyState icon={IconUserQuestion} title={<Trans>You do not see this person</Trans>}>
        <Trans>You see the rights of the people of your company; the insurer sees those of everybody.</Trans>
      </EmptyState>
    );
  const { portalName } = open.standing;
  const own = standing.member === open.standing.member;
  const asked: Asked = {
    standing,
    subject: open.content.case,
    directory: open.directory,
    own,
    ask: own ? (refusal, wanted) => <Ask of={open.key} refusal={refusal} wanted={wanted} /> : null,
  };
  return (
    <>
      <p className={classes.about}>
        <Anchor
          underline="always"
          renderRoot={(props) => <Link to="/cases/$portal/$case" params={{ portal, case: id }} {...props} />}
        >
          <Trans>Open the case</Trans>
        </Anchor>{' '}
        ·{' '}
        <Trans>
          as {portalName} said at <MomentText moment={open.asOf} />
        </Trans>
      </p>
      {!seesContent(open.content.case) && (
        <p className={classes.note} role="note">
          <IconEyeOff size={16} aria-hidden />
          <span>
            <Trans>
              You see the head of this case only. What hangs on the role is told; what hangs on single tasks or budgets
              is not.
            </Trans>
          </span>
        </p>
      )}
      <RightsList asked={asked} />
    </>
  );
}

/** What the person is in the portal: the reader as the portal said it, others by the reader's directory. */
function standingIn({ standing, directory }: OpenCase, member: string): MemberStanding | null {
  if (member === standing.member) return standing;
  const entry = directory.members.find(({ id }) => id === member);
  const company = entry && directory.companies.find(({ id }) => id === entry.company);
  return company ? memberStanding(standing, entry, company) : null;
}
