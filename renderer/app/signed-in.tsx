import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DeskSession } from '../../shared/contract/desk-api.ts';
import { useDesk, WorkplaceContext, type Workplace } from '../bindings/contexts.ts';
import { useSettings } from '../bindings/use-settings.ts';
import { createDeskRouter } from './router.tsx';
import { StartTrouble } from './start-trouble.tsx';
import type { OpenWorkplace } from './workplace.ts';

interface SignedInProps {
  readonly session: DeskSession;
  readonly place: string | null;
  readonly openWorkplace: OpenWorkplace;
}

/** The app of one account: opens its workplace, then shows the page where the user was. */
export function SignedIn({ session, place, openWorkplace }: SignedInProps) {
  const desk = useDesk();
  const { workOffline } = useSettings().settings;
  const [workplace, setWorkplace] = useState<Workplace | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [router] = useState(() => createDeskRouter(place));
  // Before anything else listens: the link or notification that opened this window is told to the first who does.
  useEffect(
    () =>
      desk.onEvent((event) => {
        if (event.kind === 'open-case') void router.navigate({ to: '/cases/$portal/$case', params: event.subject });
      }),
    [desk, router],
  );
  useEffect(() => {
    const opened = openWorkplace(desk, session, { workOffline });
    setWorkplace(opened);
    opened.opened.catch(setFault);
    return () => void opened.close();
    // Switching to work offline later is the loop's, not a reason to open everything again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, session, openWorkplace]);
  if (fault) return <StartTrouble fault={fault} />;
  if (!workplace) return null;
  return (
    <WorkplaceContext value={workplace}>
      <RouterProvider router={router} />
    </WorkplaceContext>
  );
}
