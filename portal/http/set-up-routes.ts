import { createRoute, z } from '@hono/zod-openapi';
import type { EdgeDeps } from '../edge-deps.ts';
import { applyNetwork } from '../network/apply-network.ts';
import { isOperator } from '../network/is-operator.ts';
import { networkSchema } from '../network/network-document.ts';
import { ProblemError, problemAnswers } from './problems.ts';
import { answer, asksFirst, atMost, bearer, newRoutes, signedIn } from './routes.ts';

const added = z.strictObject({
  companies: z.int(),
  offices: z.int(),
  people: z.int(),
  members: z.int(),
  portals: z.int(),
  memberships: z.int(),
});

const network = createRoute({
  method: 'post',
  path: '/set-up/network',
  summary: 'Add portals, companies, offices and members',
  description:
    'Adds what is not there yet and changes nothing that is: that is done by commands. In one portal a person is with one company. People who are new choose their password by `POST /forgot-password`. For the operator.',
  security: bearer,
  request: { body: { required: true, content: { 'application/json': { schema: networkSchema } } } },
  responses: { 200: answer(z.strictObject({ added }), 'How many of each were added.'), ...problemAnswers },
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
  const operatorOnly = asksFirst(async ({ var: { caller } }) => {
    if (!(await isOperator(deps, caller.person))) throw new ProblemError('not-allowed', { detail: 'operator-only' });
  });
  routes.use('/set-up/network', signedIn(deps), operatorOnly, atMost(20_000_000));
  routes.openapi(network, async (context) => {
    const applied = await applyNetwork(deps, { network: context.req.valid('json') });
    if (!applied.ok) throw new ProblemError('not-understood', { issues: applied.faults.slice(0, 100) });
    return context.json({ added: applied.added }, 200);
  });
  routes.openapi(demoAccounts, (context) => context.json({ accounts: [...deps.demoAccounts] }, 200));
  return routes;
}
