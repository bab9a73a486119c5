import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandBook } from '../../shared/domain/command-book.ts';
import { aContent } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { aPortalServer, type TestServer } from '../support/portal-server.ts';

const words = ['nordic-portal', 'case-1', 'anna', '..', '%00', '%F0%9F', 'a'.repeat(300), "'; drop table x; --", '*'];
const aWord = fc.oneof(fc.constantFrom(...words), fc.string(), fc.string({ unit: 'binary' }));
const aPath = fc
  .oneof(
    fc.constantFrom('/commands', '/me', '/health', '/sync/nudges/x', '/openapi.json', '/'),
    aWord.map((id) => `/commands/${id}/cancel`),
    aWord.map((id) => `/sync/${id}/pages?protocol=1`),
    fc
      .tuple(aWord, aWord)
      .map(([after, limit]) => `/sync/nordic-portal/pages?protocol=1&after=${after}&limit=${limit}`),
    fc.constantFrom('/sync/nordic-portal/delta', '/sync/none/delta'),
    fc
      .tuple(aWord, aWord, aWord)
      .map(([a, b, c]) => `/files/nordic-portal/${a}?case=${b}&name=${c}&sha256=${'a'.repeat(64)}`),
    fc.tuple(aWord, aWord).map(([a, b]) => `/candidates/${a}/${b}/offices`),
    aWord,
  )
  .map((path) => (path.startsWith('/') ? path : `/${path}`));

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
    basedOn: aValue,
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
    .map((commands) => JSON.stringify({ protocol: 1, account: 'ACCOUNT', commands })),
  fc
    .record({ cursor: fc.record({ number: aValue, mark: aValue }), named: aValue, limit: aValue })
    .map((asked) => JSON.stringify({ protocol: 1, ...asked })),
);
const aRequest = fc.record({
  path: aPath,
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
  type: fc.constantFrom('application/json', 'application/json; charset=x', 'text/plain', 'application/octet-stream'),
  known: fc.boolean(),
  body: aBody,
});

describe.each(engines)('hostile requests on $engine', ({ engine }) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent()]);
  });
  afterAll(() => server.close());

  test('bad input is never a fault of ours: a Problem or an outcome that says what is wrong', async () => {
    const anna = await server.as('anna');
    await fc.assert(
      fc.asyncProperty(aRequest, async ({ path, method, type, known, body }) => {
        const carries = method !== 'GET' && method !== 'HEAD';
        const address = URL.canParse(`http://portal${path}`) ? `http://portal${path}` : 'http://portal/';
        const response = await server.app.request(address, {
          method,
          headers: { 'content-type': type, ...(known ? { authorization: anna.authorization() } : {}) },
          ...(carries ? { body: body.replaceAll('ACCOUNT', anna.account) } : {}),
        });
        expect(response.status).toBeLessThan(500);
        const text = await response.text();
        expect(server.faults).toEqual([]);
        const said: unknown = response.status >= 400 && method !== 'HEAD' ? JSON.parse(text) : { kind: 'no Problem' };
        expect(said).toHaveProperty('kind');
      }),
      { numRuns: engine === 'sqlite' ? 3000 : 1000 },
    );
  });
});
