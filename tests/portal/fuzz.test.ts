import fc from 'fast-check';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPage } from '../../portal/pages/pages.ts';
import { commandBook } from '../../shared/domain/command-book.ts';
import { aContent } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { aPortalServer, type TestServer } from '../support/portal-server.ts';
import { wholeApp } from '../support/whole-app.ts';

const words = ['nordic-portal', 'case-1', 'anna', '..', '%00', '%F0%9F', 'a'.repeat(300), "'; drop table x; --", '*'];
const aWord = fc.oneof(fc.constantFrom(...words), fc.string(), fc.string({ unit: 'binary' }));
const aPath = fc
  .oneof(
    fc.constantFrom('/commands', '/me', '/health', '/sync/nudges/x', '/openapi.json', '/'),
    aWord.map((id) => `/commands/${id}/cancel`),
    aWord.map((id) => `/sync/${id}/pages?protocol=2`),
    fc
      .tuple(aWord, aWord)
      .map(([after, limit]) => `/sync/nordic-portal/pages?protocol=2&after=${after}&limit=${limit}`),
    fc.constantFrom('/sync/nordic-portal/delta', '/sync/none/delta'),
    fc
      .tuple(aWord, aWord, aWord)
      .map(([a, b, c]) => `/files/nordic-portal/${a}?case=${b}&name=${c}&sha256=${'a'.repeat(64)}`),
    fc.tuple(aWord, aWord).map(([a, b]) => `/candidates/${a}/${b}/offices`),
    fc.constantFrom('/sign-in', '/sign-out', '/forgot-password', '/sessions', '/demo-accounts', '/set-up/network'),
    fc.constantFrom('/reset-password', '/set-up', '/pages/page.css', '/pages/none', '/reference', '/reference/%'),
    aWord.map((id) => `/sessions/${id}`),
    aWord.map((token) => `/reset-password?token=${token}`),
    aWord.map((id) => `/portals/${id}/imports/claims?dryRun=${id}`),
    fc.constantFrom('/portals/nordic-portal/imports/claims', '/portals/nordic-portal/imports/claims?dryRun=true'),
    aWord,
  )
  .map((path) => (path.startsWith('/') ? path : `/${path}`));

const urlencoded = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const aValue = fc.oneof(fc.jsonValue(), fc.constantFrom(...words, 1e308, -1, 2 ** 53, '\u0000', '\ud800'));
const anEnvelope = fc.record(
  {
    id: fc.oneof(fc.uuid(), aValue),
    portal: fc.constantFrom('nordic-portal', 'southern-portal', '', '\u0000'),
    account: fc.oneof({ weight: 5, arbitrary: fc.constant('ACCOUNT') }, aValue),
    subject: fc.oneof(
      fc.record({
        kind: fc.constantFrom('case', 'member', 'office'),
        id: fc.oneof(fc.constantFrom('case-1', 'anna'), aWord),
      }),
      aValue,
    ),
    name: fc.oneof(fc.constantFrom(...Object.keys(commandBook), 'toString', '__proto__'), aValue),
    input: fc.oneof(
      fc.record({ task: aWord }),
      fc.record({ text: aWord }),
      fc.record({ case: fc.constant('case-1'), messages: fc.constantFrom(0, 2 ** 31, 2 ** 53 - 1) }),
      aValue,
    ),
    basedOn: fc.oneof(aValue, fc.array(fc.record({ thing: aWord, revision: aWord }), { maxLength: 2 })),
    after: aValue,
    at: fc.oneof(fc.constant('2026-11-23T09:00:00.000Z'), aValue),
  },
  { requiredKeys: ['id'] },
);
const aBody = fc.oneof(
  aValue.map((value) => JSON.stringify(value)),
  fc.string(),
  fc.constant('['.repeat(50_000)),
  fc
    .array(anEnvelope, { maxLength: 4 })
    .map((commands) => JSON.stringify({ protocol: 2, account: 'ACCOUNT', commands })),
  fc
    .record({ cursor: fc.record({ number: aValue, mark: aValue }), named: aValue, limit: aValue })
    .map((asked) => JSON.stringify({ protocol: 2, ...asked })),
);
const aForm = fc.oneof(
  fc.dictionary(fc.constantFrom('token', 'password', 'again', 'email', 'name', 'company'), aWord).map(urlencoded),
  fc.constantFrom('token=%', '%=%', '&&=', 'token=x&token=y', '--x', '--x\r\n\r\n', 'password=\ud800'),
);
/** What is no whole JSON, or is JSON that no honest client writes. */
const anOddBody = fc.oneof(
  fc.tuple(aBody, fc.nat(200)).map(([body, end]) => body.slice(0, end)),
  fc.constantFrom(
    '{"email":"a@example.com","email":"b@example.com","password":"x","password":"y"}',
    '{"protocol":1e400,"account":"ACCOUNT","commands":[1e999]}',
    `{"protocol":${'9'.repeat(400)},"account":"ACCOUNT","commands":[{}]}`,
    '{"__proto__":{"protocol":1},"account":"ACCOUNT","commands":[null]}',
    `{"csv":${JSON.stringify('"'.repeat(2000))},"mapping":"nfip"}`,
    `{"csv":"a\\u0000","mapping":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`,
    '\ufeff{}',
  ),
  fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
);
const aRequest = fc.record({
  path: aPath,
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
  type: fc.constantFrom(
    'application/json',
    'application/json; charset=x',
    'application/json; charset=utf-16; x=y',
    'text/plain',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    '/',
  ),
  who: fc.constantFrom('anna', 'bertil', 'oona', null),
  host: fc.constantFrom('portal', 'portal:99999', '[::1', 'a b', ''),
  body: fc.oneof(aBody, aForm, anOddBody),
});

describe.each(engines)('hostile requests on $engine', ({ engine }) => {
  let server: TestServer;
  let app: Hono;

  beforeAll(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent()]);
    app = wholeApp(server);
  });
  afterAll(() => server.close());

  test('bad input is never a fault of ours: a Problem, a page or an outcome that says what is wrong', async () => {
    const people = { anna: await server.as('anna'), bertil: await server.as('bertil'), oona: await server.as('oona') };
    await fc.assert(
      fc.asyncProperty(aRequest, async ({ path, method, type, who, host, body }) => {
        const carries = method !== 'GET' && method !== 'HEAD';
        const address = URL.canParse(`http://portal${path}`) ? `http://portal${path}` : 'http://portal/';
        const person = who === null ? null : people[who];
        const response = await app.request(address, {
          method,
          headers: { 'content-type': type, host, ...(person ? { authorization: person.authorization() } : {}) },
          ...(carries ? { body: body.replaceAll('ACCOUNT', person?.account ?? '') } : {}),
        });
        expect(response.status).toBeLessThan(500);
        const text = await response.text();
        expect(server.faults.splice(0)).toEqual([]);
        const api = !isPage(new URL(address).pathname);
        const said: unknown =
          api && response.status >= 400 && method !== 'HEAD' ? JSON.parse(text) : { kind: 'no Problem' };
        expect(said).toHaveProperty('kind');
      }),
      { numRuns: engine === 'sqlite' ? 3000 : 1000 },
    );
  });
});
