import { Navigate } from '@tanstack/react-router';
import { useOffline } from '../bindings/use-offline.ts';
import { DashboardPage } from '../features/dashboard/dashboard-page.tsx';
import { useOperatorPortals } from '../features/operator/use-operator-answers.ts';
import { isOperator } from '../words/no-cases-words.ts';

/** Where the app opens: the dashboard, or for the operator's people, who never have a case, their desk. */
export function Home() {
  const standings = useOffline((state) => state.portals.map(({ standing }) => standing));
  const hasNone = useOffline(({ phase, portals }) => phase === 'ready' && portals.length === 0);
  if (isOperator(standings)) return <Navigate to="/operator" replace />;
  return hasNone ? <WithoutPortal /> : <DashboardPage />;
}

/** No standing says who this is: on an empty portal server the first operator, whom it answers. */
function WithoutPortal() {
  const { data } = useOperatorPortals();
  return data?.kind === 'ok' ? <Navigate to="/operator" replace /> : <DashboardPage />;
}
