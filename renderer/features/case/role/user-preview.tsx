import { Plural, Trans } from '@lingui/react/macro';
import type { Budget } from '../../../../shared/domain/budget/budget.ts';
import type { UserCandidate } from '../../../../shared/domain/external-case-handler/candidates.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import type { MemberEntry } from '../../../../shared/domain/office/directory.ts';
import { approvalLimit, headroom } from '../../../../shared/domain/rights/may.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import { useOffline } from '../../../bindings/use-offline.ts';
import { moneyText } from '../../../words/figures.ts';
import { useCaseView } from '../case-view.ts';
import { RightItems, splitRights } from './right-list.tsx';
import classes from './role-dialog.module.css';

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
        <Trans>Open roles</Trans>
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
  if (open.content.case.hidden.includes('other-budgets'))
    return <Trans>Not shown to you before the role has a user</Trans>;
  const above = budgetsAbove(open, member);
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

/** The waiting budgets of the case that would be above the limit of a user, were the role theirs. */
export function budgetsAbove(
  { content, standing }: OpenCase,
  member: MemberEntry,
): readonly { readonly budget: Budget; readonly over: number }[] {
  const theirs: Standing = { ...standing, member: member.id, company: member.company, limit: member.limit };
  return content.case.budgets
    .filter((budget) => budget.state === 'submitted')
    .map((budget) => ({ budget, over: headroom(theirs, content.case, budget).over }))
    .filter(({ over }) => over > 0);
}

function OpenRoles({ member }: { member: MemberEntry }) {
  const { open } = useCaseView();
  const roles = useOffline(
    (state) =>
      state.rows.filter(
        ({ row }) => row.portal === open.key.portal && row.state === 'open' && row.role?.user?.member === member.id,
      ).length,
  );
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
