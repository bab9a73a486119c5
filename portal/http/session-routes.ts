import { createRoute } from '@hono/zod-openapi';
import { protocolVersion } from '../../shared/contract/protocol-version.ts';
import { healthSchema, meSchema } from '../../shared/contract/session.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readMe } from '../reads/me.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Who answers here',
  responses: { 200: answer(healthSchema, 'The product, its version, the wire and the store.') },
});

const me = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who I am and the portals I work in',
  security: bearer,
  responses: { 200: answer(meSchema, 'The person and the portals.'), ...problemAnswers },
});

/** Who answer, and who asks. */
export function sessionRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.openapi(health, (context) =>
    context.json({
      product: 'partner-desk-portal' as const,
      version: deps.version,
      protocol: protocolVersion,
      store: deps.store.storeId,
      serverTime: deps.now(),
    }),
  );
  routes.use('/me', signedIn(deps));
  routes.openapi(me, async (context) => context.json(found(await readMe(deps, context.var.caller)), 200));
  return routes;
}
