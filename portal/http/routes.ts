import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ZodType } from 'zod';
import { oldestProtocol, protocolVersion } from '../../shared/contract/protocol-version.ts';
import type { Caller, PortalDeps } from '../portal-deps.ts';
import { limitBody } from './body-limit.ts';
import { nameIssues } from './issue-words.ts';
import { ProblemError } from './problems.ts';

/** What middleware hands to a route. */
export interface RouteEnv {
  readonly Variables: { readonly caller: Caller };
}

/** So many are named where a request does not parse. */
const mostIssues = 20;

/** What was sent comes back in what is said about it: not without end. */
const longestWords = 500;

/** An empty set of routes, in which a request that does not parse is a Problem that says where. */
export function newRoutes(): OpenAPIHono<RouteEnv> {
  return new OpenAPIHono<RouteEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const named = nameIssues(result.error);
      const issues = named
        .slice(0, mostIssues)
        .map(({ path, message }) => ({ path: path.slice(0, longestWords), message: message.slice(0, longestWords) }));
      throw new ProblemError('not-understood', { issues, ...moreThan(issues, named) });
    },
  });
}

/** Says how many were found besides those that are named; nothing where there are no more. */
export function moreThan(issues: readonly unknown[], found: readonly unknown[]): { readonly moreIssues?: number } {
  return found.length > issues.length ? { moreIssues: found.length - issues.length } : {};
}

/**
 * Lets only a signed-in person through. Nothing behind it answers a HEAD: Hono would do what the GET does and throw the
 * answer away, and a stream would stay open for nobody.
 */
export function signedIn(deps: Pick<PortalDeps, 'accounts'>) {
  return createMiddleware<RouteEnv>(async (context, next) => {
    if (context.req.raw.method === 'HEAD') throw new ProblemError('not-found');
    const caller = await deps.accounts.authenticate(context.req.raw.headers);
    if (!caller) throw new ProblemError(context.req.header('authorization') ? 'session-ended' : 'not-signed-in');
    context.set('caller', caller);
    await next();
  });
}

/** Asks whether a person may before the body is read: who may not, makes nobody parse it. What `ask` throws is the answer. */
export function asksFirst(ask: (context: Context<RouteEnv>) => Promise<void>) {
  return createMiddleware<RouteEnv>(async (context, next) => {
    await ask(context);
    await next();
  });
}

/** Refuses a body above so many bytes while it comes, before it is parsed. */
export function atMost(bytes: number) {
  return limitBody(bytes, {
    tooLarge: () => new ProblemError('too-large'),
    brokenOff: () => new ProblemError('not-understood', { detail: 'The body broke off.' }),
  });
}

/** Refuses an app that speaks a version of the wire before the oldest that is taken here, or one after ours. */
export function checkProtocol(protocol: number, oldest = protocolVersion): void {
  if (protocol < oldest) throw new ProblemError('app-too-old', { detail: untilUpdated(protocol) });
  if (protocol > protocolVersion) throw new ProblemError('not-understood', { detail: 'The portal server is older.' });
}

function untilUpdated(protocol: number): string {
  return protocol < oldestProtocol ? 'Install the update.' : 'Install the update; until then your work is still sent.';
}

/** The value, or the Problem that is the same for what does not exist and what may not be seen. */
export function found<Value>(value: Value | null): Value {
  if (value === null) throw new ProblemError('not-found');
  return value;
}

/** How a route says in OpenAPI that it needs a session. */
export const bearer = [{ session: [] }];

/** How a route says in OpenAPI that it answers JSON. */
export function answer<Schema extends ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}
