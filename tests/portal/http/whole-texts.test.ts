import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basedOnSeen } from '../../../shared/domain/based-on.ts';
import { commandBook, type CommandName } from '../../../shared/domain/command-book.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { formRequest, jsonRequest, wholeApp } from '../../support/whole-app.ts';

/** As much of a JSON schema as the description uses. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly example?: Json;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const bad = ['before\u0000after', 'before\ud800after'];
const texts = ['x', 'EUR', 'FI', 'a'.repeat(64), 'Europe/Helsinki'];
const formats: Readonly<Record<string, string>> = {
  uuid: '0199aaaa-0000-7000-8000-000000000001',
  email: 'new@example.com',
  date: '2026-11-23',
  'date-time': '2026-11-23T08:00:00.000Z',
};

describe.each(engines)('texts that cannot be kept on $engine', ({ engine }) => {
  let server: TestServer;
  let app: ReturnType<typeof wholeApp>;
  let oona: TestPerson;
  let description: Description;

  beforeAll(async () => {
    server = await aPortalServer(engine);
    app = wholeApp(server);
    oona = await server.as('oona');
    description = (await (await app.request('/openapi.json')).json()) as Description;
  });
  afterAll(() => server.close());

  const resolved = (schema: Schema): Schema =>
    schema.$ref ? (description.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;

  /** A value that the schema describes, as far as the description alone can tell. */
  function sample(described: Schema, name = ''): Json {
    const schema = resolved(described);
    const known = { account: oona.account, protocol: 2, portal: 'nordic-portal', timeZone: 'Europe/Helsinki' };
    if (name in known) return known[name as keyof typeof known];
    const choices = (schema.oneOf ?? schema.anyOf)?.filter(({ type }) => type !== 'null');
    if (choices) return sample(choices.findLast(({ properties }) => properties) ?? choices[0] ?? {}, name);
    if (schema.example !== undefined) return schema.example;
    if (schema.const !== undefined) return schema.const as Json;
    if (schema.enum) return schema.enum[0] as Json;
    const type = [schema.type].flat().find((each) => each !== 'null');
    if (type === 'array')
      return schema.items ? Array.from({ length: schema.minItems ?? 1 }, () => sample(schema.items ?? {})) : [];
    if (type === 'object') {
      const own = Object.entries(schema.properties ?? {}).map(([key, each]) => [key, sample(each, key)] as const);
      const more = typeof schema.additionalProperties === 'object' && schema.propertyNames;
      const key = more ? String(sample(schema.propertyNames)) : '';
      return Object.fromEntries(more ? [...own, [key, sample(schema.additionalProperties as Schema)]] : own);
    }
    if (type === 'boolean') return true;
    if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
    const { format, pattern } = schema;
    if (format && formats[format]) return formats[format];
    return texts.find((text) => !pattern || new RegExp(pattern, 'u').test(text)) ?? 'x';
  }

  const send = (path: string, body: unknown): Promise<Response> =>
    Promise.resolve(app.request(path, jsonRequest(body, { authorization: oona.authorization() })));

  /** What was said of it: of a request, or of the one command in it. */
  async function said(path: string, body: Json): Promise<string> {
    const response = await send(
      path,
      path === '/commands' ? { protocol: 2, account: oona.account, commands: [body] } : body,
    );
    const text = await response.text();
    if (response.status === 200) return text.includes('"not-understood"') ? 'not understood' : 'understood';
    return response.status === 400 ? 'not understood' : `${response.status}`;
  }

  const bodies = (): readonly (readonly [string, Schema])[] =>
    Object.entries(description.paths).flatMap(([path, { post }]) => {
      const schema = post?.requestBody?.content['application/json']?.schema;
      if (!schema) return [];
      const real = path.replace('{id}', formats['uuid'] ?? '').replace('{portal}', 'nordic-portal');
      const each = path === '/commands' ? (resolved({ $ref: 'Command' }).oneOf ?? []) : [schema];
      return each.map((one) => [real, one] as const);
    });

  test('in every field of every body are not understood; without them the same body is', async () => {
    const asked = bodies();
    const tried = new Set<string>();
    for (const [path, schema] of asked) {
      const good = path === '/commands' ? aboutItsSubject(sample(schema)) : sample(schema);
      for (const leaf of leavesOf(good)) {
        const where = `${path} ${leaf.join('.')}`;
        // The rows of a claims file are read one by one: a message each.
        const expected = leaf.join() === 'csv' ? 'understood' : 'not understood';
        const told = await Promise.all(bad.map((text) => said(path, withLeaf(good, leaf, text))));
        expect([where, ...told]).toEqual([where, expected, expected]);
        tried.add(where);
      }
      const told = await said(path, good);
      // A wrong password; the operator, who sees no case and has no report made; work that does not fail.
      const answers = { '/sign-in': '401', '/reports/nordic-portal': '403', '/operator/jobs/retry': '404' };
      const known = new Map(Object.entries(answers)).get(path) ?? 'understood';
      expect([path, good, told]).toEqual([path, good, known]);
    }
    expect(asked.length).toBeGreaterThan(25);
    expect(tried.size).toBeGreaterThan(100);
    expect(server.faults).toEqual([]);
  });

  /** The token of a mailed link to a new password. */
  async function aLink(): Promise<string> {
    await server.deps.accounts.forgotPassword('anna@example.com', '192.0.2.1');
    await server.deps.accounts.idle();
    const mail = await server.store.db.selectFrom('mail').select('text').executeTakeFirstOrThrow();
    return /token=(\S+)/.exec(mail.text)?.[1] ?? '';
  }

  test('in addresses, in what is asked for and in the fields of pages are refused in words', async () => {
    const authorization = oona.authorization();
    const sha256 = 'a'.repeat(64);
    for (const path of [
      '/sync/nordic-portal/pages?protocol=2&after=a%00b',
      '/sync/nordic%00-portal/pages?protocol=2',
      `/files/nordic-portal/a%00?case=case-1&name=n&sha256=${sha256}`,
      '/candidates/nordic-portal/case%00/users',
      '/portals/nordic-portal%00/imports/claims',
    ]) {
      const method = path.includes('imports') ? 'POST' : 'GET';
      const init =
        method === 'POST'
          ? jsonRequest({ csv: 'x', mapping: 'nfip' }, { authorization })
          : { headers: { authorization } };
      expect([path, (await app.request(path, init)).status]).toEqual([path, 400]);
    }
    const name = await app.request(`/files/nordic-portal/f?case=case-1&name=a%00b&sha256=${sha256}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'text/csv' },
      body: 'x',
    });
    expect(name.status).toBe(400);
    const password = `a long enough password${bad[0]}`;
    const reset = await app.request(
      '/reset-password',
      formRequest({ token: await aLink(), password, again: password }),
    );
    expect([reset.status, await reset.text()]).toEqual([400, expect.stringContaining('cannot be kept')]);
    for (const path of ['/reset-password?token=a%00b', '/set-up?token=a%00b']) {
      expect([path, (await app.request(path)).status]).toEqual([path, 410]);
    }
    expect(server.faults).toEqual([]);
  });
});

/** A command of the description's own making, about the kind of thing it is for. */
function aboutItsSubject(command: Json): Json {
  const named = command as { readonly name: CommandName; readonly input: never };
  const id = named.name === 'invite-member' ? (formats['uuid'] ?? '') : 'x';
  const basedOn = basedOnSeen({ ...named, subject: { id } }, 'x').map(({ thing, revision }) => ({ thing, revision }));
  return { ...named, basedOn, subject: { kind: commandBook[named.name].subject, id } };
}

/** The places of all texts in a value. */
function leavesOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each as Json, [...path, key]));
}

function withLeaf(value: Json, [key, ...rest]: readonly string[], text: string): Json {
  if (key === undefined) return text;
  const copy: Record<string, Json> = { ...(value as Record<string, Json>) };
  copy[key] = withLeaf(copy[key] ?? null, rest, text);
  return Array.isArray(value) ? Object.values(copy) : copy;
}
