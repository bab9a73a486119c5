import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { needsAction } from '../../../shared/domain/dashboard/actions.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { noticeWords } from '../../words/notice-words.ts';

/** Above this many at once, one notification says how many; the bell has each. */
const most = 3;

/** Tells of new notices as they arrive, in the window and by the system, and keeps the count at the app's icon. */
export function useAttention(): void {
  useNewNotices();
  useBadge();
}

function useNewNotices(): void {
  const desk = useDesk();
  const { t } = useLingui();
  const navigate = useNavigate();
  const phase = useOffline((state) => state.phase);
  const notices = useOffline((state) => state.notices);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    // What is there when the cache has been read was told of before.
    if (phase !== 'ready') return;
    const before = known.current;
    known.current = new Set(notices.map(({ id }) => id));
    if (!before) return;
    const fresh = notices.filter(({ id }) => !before.has(id));
    if (fresh.length > most) {
      const title = t`${fresh.length} new notices`;
      notifications.show({ id: 'notices', title, message: t`The bell at the top lists them.` });
      void desk.notify({ kind: 'several', title, body: '' });
      return;
    }
    for (const { id, kind, number, portal, case: subject } of fresh) {
      const { title, next } = noticeWords(kind);
      const key = { portal, case: subject };
      void desk.notify({ kind, title, body: number, subject: key });
      notifications.show({
        id,
        title: t`${title} · ${number}`,
        message: next,
        onClick: () => void navigate({ to: '/cases/$portal/$case', params: key }),
      });
    }
  }, [phase, notices, desk, navigate, t]);
}

/** How many cases need somebody of the company. */
function useBadge(): void {
  const desk = useDesk();
  const count = useOffline((state) => state.rows.filter(({ actions }) => needsAction(actions)).length);
  useEffect(() => void desk.setBadge(count), [desk, count]);
}
