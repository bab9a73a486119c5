import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useOffline } from '../../bindings/use-offline.ts';
import { manyNotices, noticeWords } from '../../words/notice-words.ts';

/** Above this many at once, one notification says how many; the bell has each. */
const most = 3;

/** Tells of new notices in the window as they arrive; the sync loop tells the system and keeps the app's badge. */
export function useNewNotices(): void {
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
      const { title, body } = manyNotices(fresh.length);
      notifications.show({ id: 'notices', title, message: body });
      return;
    }
    for (const { id, kind, number, portal, case: subject } of fresh) {
      const { title, next } = noticeWords(kind);
      const key = { portal, case: subject };
      notifications.show({
        id,
        title: t`${title} · ${number}`,
        message: next,
        onClick: () => void navigate({ to: '/cases/$portal/$case', params: key }),
      });
    }
  }, [phase, notices, navigate, t]);
}
