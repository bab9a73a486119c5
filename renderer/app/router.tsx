import {
  createHashHistory,
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { parseCaseSearch } from '../bindings/case-search.ts';
import { CaseListPage } from '../features/case-list/case-list-page.tsx';
import { ConnectionPage } from '../features/connection/connection-page.tsx';
import { parseRightsSearch } from '../features/effective-rights/rights-search.ts';
import { Home } from './home.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { parseSearch, stringifySearch } from './search-text.ts';
import { useDialogs } from './shell/dialogs.ts';
import { Shell } from './shell/shell.tsx';
import { PageFault } from './page-fault.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: PageFault });

const dashboard = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: nothingElse(parseCaseSearch),
  component: CaseListPage,
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$portal/$case',
  validateSearch: nothingElse(parseTab),
  component: lazyRouteComponent(() => import('./case-of-list.tsx'), 'CaseOfList'),
});

const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyRouteComponent(() => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
});
const refusals = createRoute({
  getParentRoute: () => root,
  path: '/refusals',
  component: lazyRouteComponent(() => import('./refusals-screen.tsx'), 'RefusalsScreen'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-screen.tsx'), 'SettingsScreen'),
});
const rights = createRoute({
  getParentRoute: () => root,
  path: '/rights',
  validateSearch: nothingElse(parseRightsSearch),
  component: lazyRouteComponent(() => import('./rights-screen.tsx'), 'RightsScreen'),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/admin/reports',
  component: lazyRouteComponent(() => import('../features/statistics/statistics-page.tsx'), 'StatisticsPage'),
});
const portalSettings = createRoute({
  getParentRoute: () => root,
  path: '/admin/portal',
  validateSearch: nothingElse(parsePortal),
  component: lazyRouteComponent(() => import('./portal-settings-screen.tsx'), 'PortalSettingsScreen'),
});
const operator = createRoute({
  getParentRoute: () => root,
  path: '/operator',
  component: lazyRouteComponent(() => import('../features/operator/operator-page.tsx'), 'OperatorPage'),
});
const offices = createRoute({
  getParentRoute: () => root,
  path: '/admin/offices',
  component: lazyRouteComponent(() => import('./offices-screen.tsx'), 'OfficesScreen'),
});
const categories = createRoute({
  getParentRoute: () => root,
  path: '/admin/categories',
  component: lazyRouteComponent(() => import('./categories-screen.tsx'), 'CategoriesScreen'),
});
const members = createRoute({
  getParentRoute: () => root,
  path: '/admin/members',
  component: lazyRouteComponent(() => import('./members-screen.tsx'), 'MembersScreen'),
});
const connection = createRoute({ getParentRoute: () => root, path: '/connection', component: Connection });

const routeTree = root.addChildren([
  dashboard,
  cases,
  oneCase,
  outbox,
  refusals,
  settings,
  connection,
  rights,
  reports,
  operator,
  offices,
  categories,
  members,
  // One line a page.
  portalSettings,
]);

/** The pages, begun where the user was. The address stands behind `#`: the desk serves one page only. */
export function createDeskRouter(place: string | null, history: RouterHistory = createHashHistory()) {
  const atStart = history.location.pathname === '/' && !window.location.hash;
  if (place && atStart) history.replace(place);
  return createRouter({
    routeTree,
    history,
    parseSearch,
    stringifySearch,
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

/** For tests: a router that begins at an address, without a window's history. */
export function createRouterAt(address: string) {
  return createDeskRouter(null, createMemoryHistory({ initialEntries: [address] }));
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}

/** A feature knows no other: the frame tells this page how one signs in again. */
function Connection() {
  const show = useDialogs((dialogs) => dialogs.show);
  return <ConnectionPage onSignInAgain={() => show('renew')} />;
}

/** The router puts what was read over what was typed: what was not taken over has to be said to be nothing. */
function nothingElse<Known extends object>(parse: (search: Readonly<Record<string, unknown>>) => Known) {
  return (search: Readonly<Record<string, unknown>>): Known => ({
    ...Object.fromEntries(Object.keys(search).map((key) => [key, undefined])),
    ...parse(search),
  });
}

/** The portal whose settings a link leads to. */
function parsePortal(search: Readonly<Record<string, unknown>>): { readonly portal?: string } {
  return typeof search['portal'] === 'string' ? { portal: search['portal'] } : {};
}

/** The tab of a case as it stands in the address; the case page knows which there are. */
function parseTab(search: Readonly<Record<string, unknown>>): { readonly tab?: string } {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
