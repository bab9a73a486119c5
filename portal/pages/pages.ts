import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { isUnavailable } from '../commands/database-trouble.ts';
import type { EdgeDeps } from '../edge-deps.ts';
import { limitBody } from '../http/body-limit.ts';
import { comeAgain } from '../http/problems.ts';
import { invitationPage } from './invitation.tsx';
import { pageHeaders, serveStyle, tornForm } from './page-answer.ts';
import { resetPasswordPage } from './reset-password.tsx';
import { setUpPage } from './set-up.tsx';

/**
 * The pages that people open in a browser, from a mail or a printed link. They stand before the guards of the API: a
 * browser has neither the secret of the launch nor a JSON body, and what they do needs a one-time link.
 */
export function createPages(deps: EdgeDeps): Hono {
  const pages = new Hono();
  pages.onError((thrown, context) => {
    // A body that is too long, or cannot be read, answers for itself.
    if (thrown instanceof HTTPException) return thrown.getResponse();
    if (isUnavailable(thrown)) {
      context.header('retry-after', comeAgain);
      return context.text('The portal server cannot answer now. Please try again in a moment.', 503);
    }
    deps.onFault(thrown);
    return context.text('The portal server failed. Please try again.', 500);
  });
  pages.use(pageHeaders, loopbackOnly(deps.launchSecret !== undefined), limitBody(10_000, bodyTrouble));
  serveStyle(pages);
  resetPasswordPage(pages, deps);
  invitationPage(pages, deps);
  setUpPage(pages, deps);
  return pages;
}

const bodyTrouble = {
  tooLarge: () => new HTTPException(413, { message: 'This is too long.' }),
  brokenOff: (cause: unknown) => new HTTPException(400, { message: tornForm, cause }),
};

/** A page of elsewhere that had its name point here would send another Host (sync.md 27). */
function loopbackOnly(embedded: boolean) {
  return createMiddleware(async (context, next) => {
    const host = (context.req.header('host') ?? new URL(context.req.url).host).replace(/:\d+$/, '');
    if (embedded && host !== '127.0.0.1') return context.text('Not here.', 403);
    return next();
  });
}

/** True for what a page answers, and the API does not. */
export function isPage(path: string): boolean {
  return ['/reset-password', '/invitation', '/set-up'].includes(path) || path.startsWith('/pages/');
}
