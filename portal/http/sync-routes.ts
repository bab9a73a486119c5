import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from '../../shared/contract/parts.ts';
import { deltaRequestSchema, pageQuerySchema } from '../../shared/contract/sync.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readDelta } from '../reads/delta.ts';
import { readPage } from '../reads/pages.ts';
import { answerLines } from './line-answer.ts';
import { createNudgeStreams } from './nudge-stream.ts';
import { problemAnswers } from './problems.ts';
import { atMost, bearer, checkProtocol, found, newRoutes, signedIn } from './routes.ts';
import { lineSchema } from './line-schemas.ts';

// As a plain string: the router takes every literal type with json in it for JSON.
const linesOfJson: string = 'application/x-ndjson';
const ofPortal = z.strictObject({ portal: idSchema });
// What is coerced could be anything, so it would be described as optional.
const pageQuery = pageQuerySchema.extend({
  protocol: z.coerce
    .number()
    .int()
    .openapi({ type: 'integer', param: { name: 'protocol', in: 'query', required: true } }),
});
const lines = {
  200: {
    description: 'Lines of JSON, each of this schema; the last is the tail, an answer without it was cut.',
    content: { [linesOfJson]: { schema: lineSchema } },
  },
  ...problemAnswers,
};

const pages = createRoute({
  method: 'get',
  path: '/sync/{portal}/pages',
  summary: 'The first sync, page by key',
  description: 'Go on with `after` = `next` of the tail until it is null; then ask the delta from the first cursor.',
  security: bearer,
  request: { params: ofPortal, query: pageQuery },
  responses: lines,
});

const delta = createRoute({
  method: 'post',
  path: '/sync/{portal}/delta',
  summary: 'What changed since a cursor, and what became of the named commands',
  security: bearer,
  request: {
    params: ofPortal,
    body: { required: true, content: { 'application/json': { schema: deltaRequestSchema } } },
  },
  responses: lines,
});

const nudges = createRoute({
  method: 'get',
  path: '/sync/nudges',
  summary: 'Server-sent events without content: something changed for you, ask the delta',
  security: bearer,
  responses: {
    200: {
      description: 'An event `nudge` at most once a second. Of more than 20 streams of one person the oldest ends.',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problemAnswers,
  },
});

/** What a person may see: first sync, deltas, and the call to fetch them. */
export function syncRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  const nudgeStream = createNudgeStreams(deps);
  routes.use('/sync/*', signedIn(deps), atMost(200_000));
  routes.openapi(nudges, (context) => nudgeStream(context));
  routes.openapi(pages, async (context) => {
    const { protocol, ...query } = context.req.valid('query');
    checkProtocol(protocol);
    const asked = { ...query, portal: context.req.valid('param').portal };
    return answerLines(deps, context, found(await readPage(deps, context.var.caller, asked)));
  });
  routes.openapi(delta, async (context) => {
    const { protocol, ...body } = context.req.valid('json');
    checkProtocol(protocol);
    const asked = { ...body, portal: context.req.valid('param').portal };
    return answerLines(deps, context, found(await readDelta(deps, context.var.caller, asked)));
  });
  return routes;
}
