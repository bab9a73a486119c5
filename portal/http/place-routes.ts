import { createRoute, z } from '@hono/zod-openapi';
import { postalCodeSchema, proposedPlaceSchema } from '../../shared/contract/office-place.ts';
import { idSchema } from '../../shared/contract/parts.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readProposedPlace } from '../reads/proposed-place.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const place = createRoute({
  method: 'get',
  path: '/places/{portal}',
  summary: 'Where a postal code lies, by the sites with it that you see',
  description:
    'The middle of the sites with the postal code, else of those that share the longest beginning of three signs or more. ' +
    '`proposed` is null where there are none.',
  security: bearer,
  request: { params: z.strictObject({ portal: idSchema }), query: z.strictObject({ postalCode: postalCodeSchema }) },
  responses: { 200: answer(proposedPlaceSchema, 'A place to look at before it is taken.'), ...problemAnswers },
});

/** Where offices are: what is proposed. */
export function placeRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.use('/places/*', signedIn(deps));
  routes.openapi(place, async (context) => {
    const { portal } = context.req.valid('param');
    const { postalCode } = context.req.valid('query');
    return context.json(found(await readProposedPlace(deps, context.var.caller, { portal, postalCode })), 200);
  });
  return routes;
}
