import { Plural, Trans } from '@lingui/react/macro';
import type { UserCandidate } from '../../../shared/domain/external-case-handler/candidates.ts';
import type { MemberEntry } from '../../../shared/domain/office/directory.ts';
import { approvalLimit } from '../../../shared/domain/rights/may.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import { budgetsOver, countAbove } from './count-above.ts';
import { RightItems, splitRights } from './right-list.tsx';
import classes from './role-dialog.module.css';
import { useCasesHeld } from './use-cases-held.ts';

/** What a user will be allowed in this case, before the choice is made. */
export function UserPreview({ candidate: { member } }: { candidate: UserCandidate }) {
  const { open } = useCaseView();
  const { settings, portalName } = open.standing;
  const { rights } = settings.externalCaseHandler;
  const { now, later } = splitRights(rights);
  const approves = rights.includes('budget.approve');
  const limit = moneyText({ amount: approvalLimit(member.limit, settings), currency: settings.currency });
  const { name } = member;
  return (
    <dl className={classes.preview} aria-label={name}>
      <dt>
        <Trans>Approval limit</Trans>
      </dt>
      <dd>
        {approves ? <strong>{limit}</strong> : <Trans>Does not approve budgets at {portalName}</Trans>}
        {approves &&
          (member.limit.kind === 'other' ? <Trans>, set for this user</Trans> : <Trans>, the portal's default</Trans>)}
      </dd>
      <dt>
        <Trans>Open budgets above it</Trans>
      </dt>
      <dd>
        <AboveLimit member={member} />
      </dd>
      <dt>
        <Trans>Will be allowed</Trans>
      </dt>
      <dd>
        {now.length === 0 ? (
          <Trans>To read the case, write in the chat and add documents</Trans>
        ) : (
          <ul className={classes.rights}>
            <RightItems rights={now} />
          </ul>
        )}
      </dd>
      {later.length > 0 && (
        <>
          <dt>
            <Trans>Not yet in this version</Trans>
          </dt>
          <dd>
            <ul className={classes.rights}>
              <RightItems rights={later} />
            </ul>
          </dd>
        </>
      )}
      <dt>
        <Trans>Open cases with the role</Trans>
      </dt>
      <dd>
        <OpenRoles member={member} />
      </dd>
      <Away member={member} />
    </dl>
  );
}

function AboveLimit({ member }: { member: MemberEntry }) {
  const { open } = useCaseView();
  if (open.content.case.hidden.includes('other-budgets')) return <AboveLimitCount count={countAbove(open, member)} />;
  const above = budgetsOver(open, member);
  if (above.length === 0) return <Trans>None in this case</Trans>;
  return (
    <ul className={classes.above}>
      {above.map(({ budget, over }) => {
        const amount = moneyText(budget.money);
        const more = moneyText({ ...budget.money, amount: over });
        const { description } = budget;
        return (
          <li key={budget.id}>
            <Trans>
              {description}: {amount}, above by {more}
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}

/** Amounts are for who has the role: until then it is told how many. */
function AboveLimitCount({ count }: { count: number | null }) {
  if (count === null) return <Trans>Not shown to you before the role has a user</Trans>;
  if (count === 0) return <Trans>None in this case</Trans>;
  return <Plural value={count} one="# budget in this case" other="# budgets in this case" />;
}

function OpenRoles({ member }: { member: MemberEntry }) {
  const roles = useCasesHeld(member.id);
  return roles === 0 ? <Trans>None</Trans> : <Plural value={roles} one="# open case" other="# open cases" />;
}

function Away({ member }: { member: MemberEntry }) {
  const { open } = useCaseView();
  if (!member.away) return null;
  const { deputy } = member.away;
  const name = open.directory.members.find((each) => each.id === deputy)?.name ?? deputy;
  return (
    <>
      <dt>
        <Trans>Away</Trans>
      </dt>
      <dd>
        <Trans>Notices go to {name} as deputy; the role's rights do not.</Trans>
      </dd>
    </>
  );
}
