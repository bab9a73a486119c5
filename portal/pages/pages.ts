import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { EdgeDeps } from '../edge-deps.ts';
import { pageHeaders, serveStyle } from './page-answer.ts';
import { resetPasswordPage } from './reset-password.tsx';
import { setUpPage } from './set-up.tsx';

/**
 * The pages that people open in a browser, from a mail or a printed link. They stand before the guards of the API: a
 * browser has neither the secret of the launch nor a JSON body, and what they do needs a one-time link.
 */
export function createPages(deps: EdgeDeps): Hono {
  const pages = new Hono();
  pages.use(pageHeaders, bodyLimit({ maxSize: 10_000 }));
  serveStyle(pages);
  resetPasswordPage(pages, deps);
  setUpPage(pages, deps);
  return pages;
}

/** True for what a page answers, and the API does not. */
export function isPage(path: string): boolean {
  return path === '/reset-password' || path === '/set-up' || path.startsWith('/pages/');
}
