import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DeskSession } from '../../shared/contract/desk-api.ts';
import { useDesk, WorkplaceContext, type Workplace } from '../bindings/contexts.ts';
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
  const [workplace, setWorkplace] = useState<Workplace | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [router] = useState(() => createDeskRouter(place));
  useEffect(() => {
    let opened: Promise<Workplace> | null = openWorkplace(desk, session);
    opened.then(setWorkplace, setFault);
    return () => {
      void opened?.then(({ sync }) => sync.stop());
      opened = null;
    };
  }, [desk, session, openWorkplace]);
  if (fault) return <StartTrouble fault={fault} />;
  // The static skeleton of the page is on screen for these few milliseconds.
  if (!workplace) return null;
  return (
    <WorkplaceContext value={workplace}>
      <RouterProvider router={router} />
    </WorkplaceContext>
  );
}
