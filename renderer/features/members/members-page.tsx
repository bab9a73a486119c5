import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconFilterOff, IconUsers } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { looksAfterMembers } from '../../../shared/domain/member/membership.ts';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useLowWindow } from '../../bindings/use-low-window.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { useSettings } from '../../bindings/use-settings.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import { Page } from '../../ui/page.tsx';
import { Working } from '../../ui/working.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { MemberFilters } from './member-filters.tsx';
import { MemberGrid, type GridItem } from './member-grid.tsx';
import { everybody, memberKey, memberLines, passing, waitingChanges } from './member-lines.ts';

/** Company admin → Members (seed): who works in the portals one may look after, and what each may do. */
export function MembersPage({ invite }: { readonly invite: ReactNode }) {
  const { t } = useLingui();
  const insurer = useInsurerFilter((filter) => filter.portal);
  const { phase, outbox } = useOffline((state) => ({ phase: state.phase, outbox: state.outbox }));
  const shown = useOffline(({ portals }) =>
    portals.filter((state) => looksAfterMembers(state.standing) && (insurer === null || state.portal === insurer)),
  );
  const [filter, setFilter] = useState(everybody);
  const [open, setOpen] = useState<string | null>(null);
  const { settings } = useSettings();
  const low = useLowWindow();
  const items = useItems(shown, useDeferredValue(filter));
  const edited = open === null ? null : lineOf(shown, open);
  const all = shown.reduce((sum, { directory }) => sum + directory.members.length, 0);
  const listed = items.filter(({ kind }) => kind === 'member').length;
  if (shown.length === 0 && phase !== 'ready') {
    return (
      <Page title={t`Members`}>
        <Working>
          <Trans>Reading the members…</Trans>
        </Working>
      </Page>
    );
  }
  if (shown.length === 0) return <NotForYou />;
  return (
    <Page
      title={t`Members`}
      lead={<AsOf portals={shown} listed={listed} />}
      actions={invite}
      toolbar={<MemberFilters portals={shown} filter={filter} onFilter={setFilter} />}
      ownScroll
    >
      {listed === 0 ? (
        <EmptyState
          icon={IconFilterOff}
          title={t`Nobody passes these filters`}
          action={
            <Button variant="default" onClick={() => setFilter(everybody)}>
              <Trans>
                Show everybody: <Plural value={all} one="# member" other="# members" />
              </Trans>
            </Button>
          }
        />
      ) : (
        <MemberGrid
          items={items}
          waiting={waitingChanges(outbox)}
          rowHeight={settings.density === 'compact' || low ? 34 : 42}
          onEdit={setOpen}
        />
      )}
      {edited && <MemberDialog key={open} {...edited} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** The rows: by portal where there are several, each under its name. */
function useItems(shown: readonly PortalState[], filter: typeof everybody): readonly GridItem[] {
  return useMemo(
    () =>
      shown.flatMap((state): readonly GridItem[] => {
        const lines = passing(memberLines(state.directory), filter);
        const items = lines.map((line): GridItem => ({
          kind: 'member',
          key: memberKey(state.portal, line.member.id),
          line,
          state,
        }));
        if (shown.length < 2 || items.length === 0) return items;
        return [{ kind: 'portal', key: state.portal, state, count: items.length }, ...items];
      }),
    [shown, filter],
  );
}

/** A member as he or she is now; null where the directory has nobody of this key any more. */
function lineOf(shown: readonly PortalState[], wanted: string) {
  for (const state of shown) {
    const line = memberLines(state.directory).find(({ member }) => memberKey(state.portal, member.id) === wanted);
    if (line) return { state, line };
  }
  return null;
}

function AsOf({ portals, listed }: { readonly portals: readonly PortalState[]; readonly listed: number }) {
  const moments = portals.flatMap(({ asOf }) => asOf ?? []).toSorted();
  const [asOf] = moments;
  return (
    <span role="status">
      <Plural value={listed} one="# member" other="# members" />
      {asOf && (
        <Trans>
          , as of <MomentText moment={asOf} />
        </Trans>
      )}
    </span>
  );
}

function NotForYou() {
  const { t } = useLingui();
  return (
    <Page title={t`Members`}>
      <EmptyState icon={IconUsers} title={t`Members are looked after by others`}>
        <Trans>
          The insurer's people and the admins of your company (level 4) read and change them. With the insurer filter at
          the top you see only one portal's.
        </Trans>
      </EmptyState>
    </Page>
  );
}
