import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keyOf, useReadNotices } from '../../bindings/read-notices.ts';

/** Whoever looks at a case has read what was told of it; its messages are read one by one in its chat. */
export function useNoticesRead(): void {
  const { portal, case: subject } = useParams({ strict: false });
  const { markRead } = useReadNotices();
  useEffect(() => {
    if (portal === undefined || subject === undefined) return undefined;
    const look = () => {
      if (document.hasFocus() && document.visibilityState === 'visible') markRead(keyOf({ portal, case: subject }));
    };
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [portal, subject, markRead]);
}
