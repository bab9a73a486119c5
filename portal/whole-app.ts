import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { EdgeDeps } from './edge-deps.ts';
import { accountRoutes } from './http/account-routes.ts';
import { descriptionRoutes } from './http/description-routes.ts';
import { importRoutes } from './http/import-routes.ts';
import { setUpRoutes } from './http/set-up-routes.ts';
import { createPages, isPage } from './pages/pages.ts';
import { createPortalApp } from './portal-app.ts';

/** All that the portal server answers: the API behind its guards, and the pages beside it. */
export function createWholeApp(deps: EdgeDeps): Hono {
  const api = createApi(deps);
  const pages = createPages(deps);
  const whole = new Hono();
  whole.all('*', (context) => {
    // The socket's bindings go along as they came; what reads them checks (socket-address.ts).
    const bindings = context.env as object;
    return (isPage(context.req.path) ? pages : api).fetch(context.req.raw, bindings);
  });
  return whole;
}

/** The API: what the desk and insurers' own systems use. */
export function createApi(deps: EdgeDeps): OpenAPIHono {
  const api = createPortalApp(deps);
  for (const routes of [accountRoutes, importRoutes, setUpRoutes]) api.route('/', routes(deps));
  api.route('/', descriptionRoutes(api));
  return api;
}
