import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useWorkplace } from '../../bindings/contexts.ts';
import { keyOf, type ToldNotice } from '../../bindings/read-notices.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { groupBy } from '../../offline/group-by.ts';
import type { OfflineState } from '../../offline/offline-desk.ts';
import { noticeContent } from '../../words/notice-content.ts';
import { manyNotices, noticeWords } from '../../words/notice-words.ts';

/** Of more cases at once, one notification says how many notices there are; the bell has each. */
const most = 2;

interface Known {
  readonly ids: ReadonlySet<string>;
  readonly portals: ReadonlySet<string>;
}

/** Tells of new notices in the window as they arrive, once a case; the sync loop tells the system and keeps the app's badge. */
export function useNewNotices(): void {
  const { t } = useLingui();
  const { offline } = useWorkplace();
  const navigate = useNavigate();
  const phase = useOffline((state) => state.phase);
  const portals = useOffline((state) => state.portals);
  const notices = useOffline((state) => state.notices);
  const known = useRef<Known | null>(null);
  useForgetNotes();
  useEffect(() => {
    // What is there when the cache has been read was told of before.
    if (phase !== 'ready') return;
    const before = known.current;
    known.current = { ids: new Set(notices.map(({ id }) => id)), portals: wholeOnes(portals) };
    if (!before) return;
    // What a portal's first sync brings waits in the bell, and is no news.
    const fresh = notices.filter(({ id, portal }) => !before.ids.has(id) && before.portals.has(portal));
    const cases = [...groupBy(fresh, keyOf).values()];
    if (cases.length > most) {
      const { title, body } = manyNotices(fresh.length);
      notifications.show({ id: 'notices', title, message: body });
      return;
    }
    const tell = async (told: readonly ToldNotice[]) => {
      const [newest] = told;
      if (!newest) return;
      const { portal, kind, number } = newest;
      const key = { portal, case: newest.case };
      const open = await offline.openCase(key);
      const { title, next } = noticeWords(kind);
      const count = told.length;
      // What is told of a case replaces what was told of it before.
      notifications.hide(keyOf(newest));
      notifications.show({
        id: keyOf(newest),
        title: count > 1 ? t`${count} notices · ${number}` : t`${title} · ${number}`,
        message: (open && noticeContent(newest, open.confirmed, open.standing)) ?? next,
        onClick: () => void navigate({ to: '/cases/$portal/$case', params: key }),
      });
    };
    for (const told of cases) void tell(told);
  }, [phase, portals, notices, navigate, offline, t]);
}

/** A note tells of a case what may not be seen any more once the case is withdrawn. */
function useForgetNotes(): void {
  const { offline } = useWorkplace();
  useEffect(
    () => offline.registerForget('notes of new notices', (key) => void notifications.hide(keyOf(key))),
    [offline],
  );
}

/** The portals of which everything was fetched once. */
function wholeOnes(portals: OfflineState['portals']): ReadonlySet<string> {
  return new Set(portals.flatMap(({ portal, asOf }) => (asOf === null ? [] : [portal])));
}
