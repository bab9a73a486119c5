import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from '../../shared/contract/parts.ts';
import { loggedSubjectSchema, settingsLogSchema } from '../../shared/contract/settings-log.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readSettingsLog } from '../reads/settings-log.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const log = createRoute({
  method: 'get',
  path: '/settings-log/{portal}',
  summary: 'Who changed what of a portal, its categories, an office or a member, from what and to what',
  security: bearer,
  request: { params: z.strictObject({ portal: idSchema }), query: loggedSubjectSchema },
  responses: { 200: answer(settingsLogSchema, 'The last hundred changes, newest first.'), ...problemAnswers },
});

/** What was set when. */
export function settingsLogRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.use('/settings-log/*', signedIn(deps));
  routes.openapi(log, async (context) => {
    const { portal } = context.req.valid('param');
    const asked = { portal, subject: context.req.valid('query') };
    return context.json([...found(await readSettingsLog(deps, context.var.caller, asked))], 200);
  });
  return routes;
}
