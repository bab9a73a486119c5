import { Plural, Trans } from '@lingui/react/macro';
import type { MemberEntry } from '../../../../shared/domain/office/directory.ts';
import { approvalLimit } from '../../../../shared/domain/rights/may.ts';
import { useOffline } from '../../../bindings/use-offline.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import { moneyText } from '../../../words/figures.ts';
import classes from './assign-many.module.css';

/** In how many open cases of a portal somebody has the role, as far as they are seen here. */
export function useRolesHeld(portal: string | null, member: string | null): number {
  return useOffline(
    ({ rows }) =>
      rows.filter(({ row }) => row.portal === portal && row.state === 'open' && row.role?.user?.member === member)
        .length,
  );
}

/** Beside each who can be chosen: the limit and the load. */
export function UserAside({ member, cases }: { readonly member: MemberEntry; readonly cases: readonly OpenCase[] }) {
  const held = useRolesHeld(cases[0]?.key.portal ?? null, member.id);
  const settings = cases[0]?.standing.settings;
  const limit = settings && moneyText({ amount: approvalLimit(member.limit, settings), currency: settings.currency });
  return (
    <span className={classes.figures}>
      {settings?.externalCaseHandler.rights.includes('budget.approve') && (
        <span>
          <Trans>limit {limit}</Trans>
        </span>
      )}
      <span>
        <Plural value={held} _0="no open case" one="# open case" other="# open cases" />
      </span>
      {member.away && <Trans>away</Trans>}
    </span>
  );
}
