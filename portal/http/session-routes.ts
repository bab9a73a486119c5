import { createRoute, z } from '@hono/zod-openapi';
import { spokenWith, unnamedProtocol } from '../../shared/contract/protocol-version.ts';
import { healthSchema, meSchema } from '../../shared/contract/session.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readMe } from '../reads/me.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

/** The version of the wire that the asker speaks. Whatever else a proxy or a watch puts into a query is let be. */
const spoken = z.object({
  protocol: z.coerce
    .number()
    .int()
    .default(unnamedProtocol)
    .openapi({ type: 'integer', param: { name: 'protocol', in: 'query', required: false } }),
});

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Who answers here',
  request: { query: spoken },
  responses: { 200: answer(healthSchema, 'The product, its version, the wire and the store.') },
});

const me = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who I am and the portals I work in',
  security: bearer,
  request: { query: spoken },
  responses: { 200: answer(meSchema, 'The person and the portals.'), ...problemAnswers },
});

/** Who answer, and who asks. */
export function sessionRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.openapi(health, (context) =>
    context.json({
      product: 'partner-desk-portal' as const,
      version: deps.version,
      protocol: spokenWith(context.req.valid('query').protocol),
      store: deps.store.storeId,
      serverTime: deps.now(),
    }),
  );
  routes.use('/me', signedIn(deps));
  routes.openapi(me, async (context) => {
    const answered = found(await readMe(deps, context.var.caller));
    const { protocol } = context.req.valid('query');
    // 0.1.0 takes no field that it does not know.
    return context.json(protocol === unnamedProtocol ? answered : { ...answered, protocol: spokenWith(protocol) }, 200);
  });
  return routes;
}
