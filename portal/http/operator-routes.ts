import { createRoute, z } from '@hono/zod-openapi';
import {
  failedJobKeySchema,
  mailDeeds,
  mailDoneSchema,
  operatorHealthSchema,
  operatorPortalsSchema,
} from '../../shared/contract/operator.ts';
import { idSchema } from '../../shared/contract/parts.ts';
import { retryJob } from '../jobs/failed-jobs.ts';
import { settleFailedMail } from '../mail/failed-mails.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readHealth } from '../reads/health.ts';
import { readOperatorPortals } from '../reads/operator-portals.ts';
import { operatorOnly } from './operator-only.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const portals = createRoute({
  method: 'get',
  path: '/operator/portals',
  summary: 'Every portal in numbers',
  description: 'Names no person and no case. For the operator.',
  security: bearer,
  responses: { 200: answer(operatorPortalsSchema, 'In the order of their names.'), ...problemAnswers },
});

const health = createRoute({
  method: 'get',
  path: '/operator/health',
  summary: 'How the portal server is, which mails did not go out, and what fails in the background',
  description:
    'Of a mail it says to whom, of what kind and why it did not go, never its text; of other work no person and no case. For the operator.',
  security: bearer,
  responses: { 200: answer(operatorHealthSchema, 'The portal server that answers.'), ...problemAnswers },
});

const settleMail = createRoute({
  method: 'post',
  path: '/operator/mails/{mail}/{deed}',
  summary: 'Try a mail that did not go out again, or discard it',
  description:
    'Tried again, its tries are counted anew. `not-found` where it went out or is being sent meanwhile. For the operator.',
  security: bearer,
  request: { params: z.strictObject({ mail: idSchema, deed: z.enum(mailDeeds) }) },
  responses: { 200: answer(mailDoneSchema, 'It is done.'), ...problemAnswers },
});

const retry = createRoute({
  method: 'post',
  path: '/operator/jobs/retry',
  summary: 'Try work in the background that fails again',
  description: 'It starts over. `not-found` where it went well or is under way meanwhile. For the operator.',
  security: bearer,
  request: { body: { required: true, content: { 'application/json': { schema: failedJobKeySchema } } } },
  responses: { 200: answer(failedJobKeySchema, 'It is done.'), ...problemAnswers },
});

/** What the operator looks after. The portal server runs since its routes were made. */
export function operatorRoutes(deps: PortalDeps) {
  const startedAt = deps.now();
  const routes = newRoutes();
  routes.use('/operator/*', signedIn(deps), operatorOnly(deps));
  routes.openapi(portals, async (context) => context.json([...(await readOperatorPortals(deps))], 200));
  routes.openapi(health, async (context) => context.json(await readHealth(deps, startedAt), 200));
  routes.openapi(settleMail, async (context) => {
    const { mail, deed } = context.req.valid('param');
    const settled = await settleFailedMail(deps.store, { mail, deed });
    return context.json({ mail: found(settled ? mail : null) }, 200);
  });
  routes.openapi(retry, async (context) => {
    const job = context.req.valid('json');
    return context.json(found((await retryJob(deps.store, job)) ? job : null), 200);
  });
  return routes;
}
