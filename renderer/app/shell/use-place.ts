import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDesk } from '../../bindings/contexts.ts';
import { placeDraft } from '../start.ts';

/** Remembers the page, so that the next start opens where the user was. Kept encrypted with the drafts: it names cases. */
export function usePlace(): void {
  const desk = useDesk();
  const href = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href });
  useEffect(() => {
    if (href === undefined) return undefined;
    const later = setTimeout(() => void desk.drafts.write(placeDraft, href), 1000);
    return () => clearTimeout(later);
  }, [desk, href]);
}
