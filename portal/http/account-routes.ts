import { createRoute, z } from '@hono/zod-openapi';
import { idSchema, momentSchema } from '../../shared/contract/parts.ts';
import { sessionSchema, signInSchema } from '../../shared/contract/session.ts';
import type { EdgeDeps } from '../edge-deps.ts';
import { ProblemError, problemAnswers, slowDown } from './problems.ts';
import { answer, atMost, bearer, found, newRoutes, signedIn } from './routes.ts';
import { socketAddress } from './socket-address.ts';

const done = z.strictObject({});
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

const signIn = createRoute({
  method: 'post',
  path: '/sign-in',
  summary: 'Sign in',
  description:
    'Too many failures are answered with 429 and `Retry-After`, or late: an account that is guessed at makes who is new at ' +
    'an address wait up to eight seconds. Unknown accounts are answered like known ones.',
  request: json(signInSchema),
  responses: {
    200: answer(sessionSchema, 'The session: its token goes as `Authorization: Bearer`.'),
    ...problemAnswers,
  },
});

const signOut = createRoute({
  method: 'post',
  path: '/sign-out',
  summary: 'End this session',
  security: bearer,
  responses: { 200: answer(done, 'It is ended, or was already.'), ...problemAnswers },
});

const forgot = createRoute({
  method: 'post',
  path: '/forgot-password',
  summary: 'Mail a one-time link to a new password',
  request: json(signInSchema.pick({ email: true })),
  responses: { 200: answer(done, 'The same for known and unknown addresses.'), ...problemAnswers },
});

const sessionEntry = z.strictObject({
  id: idSchema,
  current: z.boolean(),
  signedInAt: momentSchema,
  expiresAt: momentSchema,
  address: z.string(),
  client: z.string(),
});

const sessions = createRoute({
  method: 'get',
  path: '/sessions',
  summary: 'Where I am signed in',
  security: bearer,
  responses: { 200: answer(z.strictObject({ sessions: z.array(sessionEntry) }), 'My sessions.'), ...problemAnswers },
});

const endSession = createRoute({
  method: 'delete',
  path: '/sessions/{id}',
  summary: 'End one of my sessions',
  security: bearer,
  request: { params: z.strictObject({ id: idSchema }) },
  responses: { 200: answer(done, 'It is ended.'), ...problemAnswers },
});

/** Signing in and out, and what somebody sees of that. */
export function accountRoutes(deps: EdgeDeps) {
  const { accounts } = deps;
  const routes = newRoutes();
  routes.use('/sign-in', atMost(10_000));
  routes.use('/forgot-password', atMost(10_000));
  routes.use('/sessions/*', signedIn(deps));
  routes.openapi(signIn, async (context) => {
    const from = socketAddress(context, deps.addressHeader);
    const userAgent = (context.req.header('user-agent') ?? '').slice(0, 200);
    const signedIn = await accounts.signIn({ ...context.req.valid('json'), from, userAgent });
    if (signedIn.kind === 'slow-down') return slowDown(context, signedIn.seconds);
    if (signedIn.kind === 'wrong-credentials') throw new ProblemError('wrong-credentials');
    return context.json(signedIn.session, 200);
  });
  routes.openapi(signOut, async (context) => {
    await accounts.signOut(context.req.raw.headers);
    return context.json({}, 200);
  });
  routes.openapi(forgot, async (context) => {
    const { email } = context.req.valid('json');
    const closed = await accounts.forgotPassword(email, socketAddress(context, deps.addressHeader));
    return closed ? slowDown(context, closed.seconds) : context.json({}, 200);
  });
  routes.openapi(sessions, async (context) => {
    const mine = found(await accounts.sessions(context.req.raw.headers));
    return context.json({ sessions: [...mine] }, 200);
  });
  routes.openapi(endSession, async (context) => {
    const ended = await accounts.endSession(context.req.raw.headers, context.req.valid('param').id);
    return context.json(found(ended ? {} : null), 200);
  });
  return routes;
}
