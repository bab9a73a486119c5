import { createRoute, z } from '@hono/zod-openapi';
import { idSchema, minorUnits } from '../../shared/contract/parts.ts';
import { settingsReachSchema } from '../../shared/contract/settings-reach.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readSettingsReach } from '../reads/settings-reach.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const limit = z.coerce
  .number()
  .pipe(minorUnits)
  .openapi({
    type: 'integer',
    minimum: 0,
    description: 'The default limit as it would be, in minor units; 0 for none.',
    param: { name: 'limit', in: 'query', required: true },
  });

const reach = createRoute({
  method: 'get',
  path: '/settings-reach/{portal}',
  summary: 'How many users and open cases a change of the roles in a portal touches',
  security: bearer,
  request: {
    params: z.strictObject({ portal: idSchema }),
    query: z.strictObject({ limit, basis: z.enum(['cumulative', 'per-budget']) }),
  },
  responses: {
    200: answer(settingsReachSchema, 'Numbers only, for the insurer’s people and the operator.'),
    ...problemAnswers,
  },
});

/** Whom a change of settings touches, asked before it is made. */
export function settingsReachRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.use('/settings-reach/*', signedIn(deps));
  routes.openapi(reach, async (context) => {
    const { portal } = context.req.valid('param');
    const { limit: defaultLimit, basis: limitBasis } = context.req.valid('query');
    const asked = { portal, limit: { defaultLimit, limitBasis } };
    return context.json(found(await readSettingsReach(deps, context.var.caller, asked)), 200);
  });
  return routes;
}
