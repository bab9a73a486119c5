import { readFile } from 'node:fs/promises';
import type { Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import type { Child } from 'hono/jsx';
import { assetPath } from '../asset-path.ts';

/** No script, no frame, no other origin; forms go back to where they came from. */
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** What every page says to the browser; a link's token must not leave in a Referer (sync.md 36). */
export const pageHeaders = createMiddleware(async (context, next) => {
  await next();
  context.header('content-security-policy', policy);
  context.header('referrer-policy', 'no-referrer');
  context.header('x-content-type-options', 'nosniff');
  context.header('cache-control', 'no-store');
});

/** Answers a page. */
export function page(context: Context, content: Child, status: 200 | 400 | 410 = 200): Response | Promise<Response> {
  return context.html(html`<!doctype html>${content}`, status);
}

/** Serves the pages' style. */
export function serveStyle(pages: Hono): void {
  pages.get('/pages/page.css', async (context) => {
    const style = await readFile(assetPath('pages', 'page.css'), 'utf8');
    return context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
}

/** What is said of a form that did not arrive whole. */
export const tornForm = 'The form did not arrive whole. Please send it again.';

/** The fields of a sent form, as they were typed: a space belongs to a password. One that is torn is bad input. */
export async function formFields(context: Context): Promise<Readonly<Record<string, string>>> {
  const form = await context.req.parseBody().catch((cause: unknown) => {
    throw new HTTPException(400, { message: tornForm, cause });
  });
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
