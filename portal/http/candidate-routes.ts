import { createRoute, z } from '@hono/zod-openapi';
import { idSchema, madeIdSchema } from '../../shared/contract/parts.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readOfficeCandidates, readTaskOfficeCandidates, readUserCandidates } from '../reads/candidates.ts';
import { officeCandidatesSchema, userCandidatesSchema } from './directory-schemas.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const ofCase = { params: z.strictObject({ portal: idSchema, case: madeIdSchema }) };

const offices = createRoute({
  method: 'get',
  path: '/candidates/{portal}/{case}/offices',
  summary: 'Offices for the External case handler role, and why others are not listed',
  security: bearer,
  request: ofCase,
  responses: { 200: answer(officeCandidatesSchema, 'Nearest first, with kilometres.'), ...problemAnswers },
});

const taskOffices = createRoute({
  method: 'get',
  path: '/candidates/{portal}/{case}/tasks/{task}/offices',
  summary: 'Offices that a task can be given to, and why others are not listed',
  security: bearer,
  request: { params: ofCase.params.extend({ task: madeIdSchema }) },
  responses: { 200: answer(officeCandidatesSchema, 'Nearest first, with kilometres.'), ...problemAnswers },
});

const users = createRoute({
  method: 'get',
  path: '/candidates/{portal}/{case}/users',
  summary: 'Users for the External case handler role of the office that holds it, and why others are not listed',
  security: bearer,
  request: ofCase,
  responses: { 200: answer(userCandidatesSchema, 'Those of the same office first.'), ...problemAnswers },
});

/** Who and what can be chosen for the role, and for a task. */
export function candidateRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.use('/candidates/*', signedIn(deps));
  routes.openapi(offices, async (context) =>
    context.json(found(await readOfficeCandidates(deps, context.var.caller, context.req.valid('param'))), 200),
  );
  routes.openapi(taskOffices, async (context) =>
    context.json(found(await readTaskOfficeCandidates(deps, context.var.caller, context.req.valid('param'))), 200),
  );
  routes.openapi(users, async (context) =>
    context.json(found(await readUserCandidates(deps, context.var.caller, context.req.valid('param'))), 200),
  );
  return routes;
}
