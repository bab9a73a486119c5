import { createRoute, z } from '@hono/zod-openapi';
import { commandBatchSchema } from '../../shared/contract/commands.ts';
import { commandAnswerSchema, outcomeSchema, type CommandOutcome } from '../../shared/contract/outcomes.ts';
import { commandIdSchema } from '../../shared/contract/parts.ts';
import { cancelSchema } from '../../shared/contract/portal-requests.ts';
import { inVersionOne } from '../../shared/contract/protocol-one.ts';
import { oldestProtocol } from '../../shared/contract/protocol-version.ts';
import { cancelCommand } from '../commands/cancel-command.ts';
import { carryOutBatch } from '../commands/carry-out-batch.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { ProblemError, problemAnswers } from './problems.ts';
import { answer, atMost, bearer, checkProtocol, found, newRoutes, signedIn } from './routes.ts';

const post = createRoute({
  method: 'post',
  path: '/commands',
  summary: 'Carry out up to 100 commands, in their order',
  description: 'Each item is a Command; one that does not parse is answered with trouble and harms no other.',
  security: bearer,
  request: { body: { required: true, content: { 'application/json': { schema: commandBatchSchema } } } },
  responses: { 200: answer(commandAnswerSchema, 'The outcomes, in order.'), ...problemAnswers },
});

const cancel = createRoute({
  method: 'post',
  path: '/commands/{id}/cancel',
  summary: 'Take back a command that was posted and may not have arrived',
  security: bearer,
  request: {
    params: z.strictObject({ id: commandIdSchema }),
    body: { required: true, content: { 'application/json': { schema: cancelSchema } } },
  },
  responses: { 200: answer(outcomeSchema, 'Cancelled, or what really happened.'), ...problemAnswers },
});

const largestBatch = 4_000_000;

/** Commands and their cancelling. */
export function commandRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.use('/commands/*', signedIn(deps), atMost(largestBatch));
  routes.openapi(post, async (context) => {
    const { protocol, account, commands } = context.req.valid('json');
    checkProtocol(protocol, oldestProtocol);
    const { caller } = context.var;
    if (account !== caller.account) throw new ProblemError('other-account');
    const outcomes = await carryOutBatch(deps, caller, commands);
    return context.json({ outcomes: outcomes.map(inVersion(protocol)), serverTime: deps.now() }, 200);
  });
  routes.openapi(cancel, async (context) => {
    const { protocol, portal, account } = context.req.valid('json');
    checkProtocol(protocol, oldestProtocol);
    const { caller } = context.var;
    if (account !== caller.account) throw new ProblemError('other-account');
    const outcome = found(await cancelCommand(deps, caller, { portal, id: context.req.valid('param').id }));
    return context.json(inVersion(protocol)(outcome), 200);
  });
  return routes;
}

/** Outcomes as an app of this version reads them. Only today's have a place among the typed answers. */
function inVersion(protocol: number): (outcome: CommandOutcome) => CommandOutcome {
  return (outcome) => (protocol === 1 ? (inVersionOne(outcome) as never) : outcome);
}
