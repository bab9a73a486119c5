import { createRoute, z } from '@hono/zod-openapi';
import { largestNetwork, networkAddedSchema } from '../../shared/contract/operator.ts';
import type { EdgeDeps } from '../edge-deps.ts';
import { applyNetwork, tryNetwork } from '../network/apply-network.ts';
import { networkSchema } from '../network/network-document.ts';
import { operatorOnly } from './operator-only.ts';
import { ProblemError, problemAnswers } from './problems.ts';
import { answer, atMost, bearer, moreThan, newRoutes, signedIn } from './routes.ts';

/** So many faults of a document are named. */
const mostFaults = 100;

const network = createRoute({
  method: 'post',
  path: '/set-up/network',
  summary: 'Add portals, companies, offices and members',
  description:
    'Adds what is not there yet and changes nothing that is: that is done by commands. In one portal a person is with one company. People who are new choose their password by `POST /forgot-password`. `dryRun=true` checks the same, says what would be added, and writes nothing. For the operator.',
  security: bearer,
  request: {
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: { required: true, content: { 'application/json': { schema: networkSchema } } },
  },
  responses: { 200: answer(networkAddedSchema, 'How many of each were added, or would be.'), ...problemAnswers },
});

const demoAccounts = createRoute({
  method: 'get',
  path: '/demo-accounts',
  summary: 'Accounts to try the demo with; none but in a demo',
  responses: {
    200: answer(
      z.strictObject({
        accounts: z.array(
          z.strictObject({ email: z.string(), name: z.string(), role: z.string(), password: z.string() }),
        ),
      }),
      'The accounts.',
    ),
    ...problemAnswers,
  },
});

/** What the operator sets up, and what there is to try. */
export function setUpRoutes(deps: EdgeDeps) {
  const routes = newRoutes();
  routes.use('/set-up/network', signedIn(deps), operatorOnly(deps), atMost(largestNetwork));
  routes.openapi(network, async (context) => {
    const document = context.req.valid('json');
    const dryRun = context.req.valid('query').dryRun === 'true';
    const applied = await (dryRun ? tryNetwork(deps, document) : applyNetwork(deps, { network: document }));
    if (!applied.ok) {
      const issues = applied.faults.slice(0, mostFaults);
      throw new ProblemError('not-understood', { issues, ...moreThan(issues, applied.faults) });
    }
    return context.json({ dryRun, added: applied.added }, 200);
  });
  routes.openapi(demoAccounts, (context) => context.json({ accounts: [...deps.demoAccounts] }, 200));
  return routes;
}
