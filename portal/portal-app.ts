import { OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { calendarRoutes } from './http/calendar-routes.ts';
import { candidateRoutes } from './http/candidate-routes.ts';
import { commandRoutes } from './http/command-routes.ts';
import { fileRoutes } from './http/file-routes.ts';
import { invoiceRoutes } from './http/invoice-routes.ts';
import { bodyGuard, launchGuard } from './http/launch-guard.ts';
import { problem, problemOf } from './http/problems.ts';
import { reportRoutes } from './http/report-routes.ts';
import { operatorRoutes } from './http/operator-routes.ts';
import { placeRoutes } from './http/place-routes.ts';
import { priceListRoutes } from './http/price-list-routes.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { settingsLogRoutes } from './http/settings-log-routes.ts';
import { settingsReachRoutes } from './http/settings-reach-routes.ts';
import { syncRoutes } from './http/sync-routes.ts';
import type { PortalDeps } from './portal-deps.ts';

/** The routes of a portal server, one group a line. */
const everyRoute = [
  sessionRoutes,
  commandRoutes,
  syncRoutes,
  fileRoutes,
  candidateRoutes,
  calendarRoutes,
  settingsLogRoutes,
  reportRoutes,
  settingsReachRoutes,
  operatorRoutes,
  placeRoutes,
  priceListRoutes,
  invoiceRoutes,
];

/** The portal server as a value: tests ask it with `app.request()`, `serve.ts` puts it behind a socket. */
export function createPortalApp(deps: PortalDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((thrown, context) => problemOf(context, thrown, deps.onFault));
  app.notFound((context) => problem(context, 'not-found'));
  app.use(safeAnswers, launchGuard(deps), bodyGuard(/^\/files\//));
  for (const routes of everyRoute) app.route('/', routes(deps));
  return app;
}

/** Nothing of an answer stays in a cache, and nothing is taken for what it does not say it is (sync.md 28, 30). */
const safeAnswers = createMiddleware(async (context, next) => {
  await next();
  context.header('cache-control', 'no-store');
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
});
