import type { Hono } from 'hono';
import { demoAccounts } from '../../portal/demo/demo-accounts.ts';
import { listen, type Listening } from '../../portal/run/listen.ts';
import { createWholeApp } from '../../portal/whole-app.ts';
import type { TestServer } from './portal-server.ts';

/** Everything a portal server answers, on a test server's database. */
export function wholeApp(server: TestServer, demo = false): Hono {
  return createWholeApp({ ...server.deps, demoAccounts: demo ? demoAccounts : [], addressHeader: 'x-test-address' });
}

/** The same behind a real socket: there requests have streams and headers that `app.request()` has not. */
export function overSocket(app: Pick<Hono, 'fetch'>): Promise<Listening> {
  return listen((request, bindings) => app.fetch(request, bindings as object), '127.0.0.1', 0);
}

/** A request as a client with JSON makes it. */
export function jsonRequest(body: unknown, more: Readonly<Record<string, string>> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...more }, body: JSON.stringify(body) };
}

/** A form as a browser sends it: from the page itself, which says nothing of where it is. */
export function formRequest(fields: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
    body: new URLSearchParams(fields).toString(),
  };
}
