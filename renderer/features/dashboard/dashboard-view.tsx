import { SegmentedControl } from '@mantine/core';
import { Plural, useLingui } from '@lingui/react/macro';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { PortalId } from '../../../shared/domain/ids.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import { searchOf } from '../../bindings/case-search.ts';
import type { OfflineState } from '../../offline/offline-desk.ts';
import { Page, Toolbar } from '../../ui/page.tsx';
import { ActionTable } from './action-table.tsx';
import {
  countActions,
  countMyRoles,
  countRequired,
  kindsOf,
  scopesOf,
  type Count,
  type Scope,
} from './count-actions.ts';
import { scopeToShow } from './dashboard-scope.ts';
import classes from './dashboard-view.module.css';
import { DueNextList } from './due-next-list.tsx';
import { dueNext } from './due-next.ts';

interface DashboardViewProps {
  readonly offline: Pick<OfflineState, 'rows' | 'portals'>;
  /** The insurer of the top bar, null for all. */
  readonly portal: PortalId | null;
  readonly chosen: Scope | null;
  readonly now: Moment;
  readonly onScope: (scope: Scope) => void;
}

/** What has to be done, in numbers that open their lists, and what is due next. */
export function DashboardView({ offline, portal, chosen, now, onScope }: DashboardViewProps) {
  const { t } = useLingui();
  const { rows, portals } = offline;
  const standings = useMemo(
    () => portals.map(({ standing }) => standing).filter((standing) => !portal || standing.portal === portal),
    [portals, portal],
  );
  const { scopes, scope, counts, due, required, roles } = useMemo(
    () => overview(rows, standings, chosen, portal),
    [rows, standings, chosen, portal],
  );
  const labels: Readonly<Record<Scope, string>> = {
    mine: t`Mine`,
    company: t`Company`,
    'assigned-to-me': t`Assigned to me as an External case handler`,
  };
  return (
    <Page
      title={t`Dashboard`}
      lead={<Headline required={required} company={scopes.includes('company')} />}
      toolbar={
        <Toolbar label={t`Whose cases`}>
          {scopes.length > 1 && (
            <SegmentedControl
              aria-label={t`Whose cases`}
              data={scopes.map((value) => ({ value, label: labels[value] }))}
              value={scope}
              onChange={onScope}
            />
          )}
          {scope === 'assigned-to-me' && <MyRoles count={roles} />}
        </Toolbar>
      }
    >
      <div className={classes.area}>
        <div className={classes.columns}>
          <ActionTable rows={counts} />
          <DueNextList lines={due} now={now} severalInsurers={standings.length > 1} />
        </div>
      </div>
    </Page>
  );
}

/** Everything the page says, from the rows and what the person is in the portals looked at. */
function overview(
  rows: readonly RowFacts[],
  standings: readonly Standing[],
  chosen: Scope | null,
  portal: PortalId | null,
) {
  const scopes = scopesOf(standings);
  const look = { scope: scopeToShow(chosen, scopes), portal };
  return {
    scopes,
    scope: look.scope,
    counts: countActions(rows, kindsOf(standings), look),
    due: dueNext(rows, look, 5),
    required: countRequired(rows, portal),
    roles: countMyRoles(rows, portal),
  };
}

/** The headline counts cases where the company must act, whoever of it does (domain.md §4.1). */
function Headline({ required, company }: { readonly required: Count; readonly company: boolean }) {
  const { t } = useLingui();
  if (required.cases === 0) return company ? t`Nothing waits for your company.` : t`Nothing waits for you.`;
  return (
    <CountLink count={required} sign={<IconArrowNarrowRight size={20} stroke={2.4} aria-hidden />}>
      {company ? (
        <Plural
          value={required.cases}
          one="# case where your company must act"
          other="# cases where your company must act"
        />
      ) : (
        <Plural value={required.cases} one="# case where you must act" other="# cases where you must act" />
      )}
    </CountLink>
  );
}

/** All cases of the role, also those in which nothing is to be done. */
function MyRoles({ count }: { readonly count: Count }) {
  return (
    <CountLink count={count}>
      <Plural
        value={count.cases}
        _0="You are the External case handler of no case"
        one="You are the External case handler of # case"
        other="You are the External case handler of # cases"
      />
    </CountLink>
  );
}

function CountLink({
  count,
  sign,
  children,
}: {
  readonly count: Count;
  readonly sign?: ReactNode;
  children: ReactNode;
}) {
  if (count.cases === 0) return <span className={classes.none}>{children}</span>;
  return (
    <Link to="/cases" search={searchOf(count.filter)} className={classes.link}>
      {sign && <span className={classes.arrow}>{sign}</span>}
      {children}
    </Link>
  );
}
