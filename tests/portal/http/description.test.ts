import { uuidv7 } from 'uuidv7';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { lineSchema } from '../../../portal/http/line-schemas.ts';
import type { SyncLine } from '../../../shared/contract/sync.ts';
import { commandBook } from '../../../shared/domain/command-book.ts';
import { aCase, aTask } from '../../support/builders.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { createApi } from '../../../portal/whole-app.ts';
import { wholeApp } from '../../support/whole-app.ts';

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
};

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, { readonly type: string; readonly scheme: string }>>;
  };
}

describe('the description of the API', () => {
  let server: TestServer;
  let app: Hono;
  let description: Description;

  beforeAll(async () => {
    server = await aPortalServer('sqlite');
    app = wholeApp(server);
    description = await (await app.request('/openapi.json')).json();
    await server.addCases('nordic-portal', [
      { case: aCase({ id: 'case-1', tasks: [aTask({ id: 'drying-1', status: '0' })] }), chat: [], log: [] },
    ]);
  });
  afterAll(() => server.close());

  const operation = (method: string, path: string): Operation => {
    const found = description.paths[path]?.[method];
    if (!found) throw new Error(`${method} ${path} is not described`);
    return found;
  };

  test('is OpenAPI 3.1 and names every route there is', () => {
    expect(description.openapi).toBe('3.1.0');
    const described = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    const routes = createApi({ ...server.deps, demoAccounts: [] }).routes.filter(({ method, path }) => {
      const itself = path === '/openapi.json' || path.startsWith('/reference');
      return method !== 'ALL' && !itself;
    });
    const answered = routes.map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual([...new Set(answered)].sort());
    expect(described).toContain('post /sync/{portal}/delta');
    expect(described.length).toBeGreaterThan(15);
    for (const [path, item] of Object.entries(description.paths)) {
      for (const each of Object.values(item))
        expect([path, each.summary, each.tags?.length]).toEqual([path, expect.any(String), 1]);
    }
  });

  test('has the input of every command, by name, with what it is about', () => {
    const kinds = description.components.schemas['Command']?.oneOf ?? [];
    expect(kinds.map((kind) => kind.title).sort()).toEqual(Object.keys(commandBook).sort());
    for (const kind of kinds) {
      const { subject } = commandBook[kind.title as keyof typeof commandBook];
      expect(kind.description).toContain(`Subject: \`${subject}\`.`);
      expect(kind.properties?.['input']?.type).toBe('object');
    }
  });

  test('leaves out nothing that a line of an answer can be', () => {
    expectTypeOf<SyncLine>().toExtend<z.infer<typeof lineSchema>>();
  });

  test('points nowhere that is not there', () => {
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(3);
    for (const name of references) expect(description.components.schemas).toHaveProperty(name ?? '');
    expect(description.components.securitySchemes['session']).toEqual({ type: 'http', scheme: 'bearer' });
  });

  test('is enough to do the work: sign in, first sync, confirm a task, and see it in the delta', async () => {
    const body = (method: string, path: string): Schema =>
      operation(method, path).requestBody?.content['application/json']?.schema ?? {};
    const headers = { 'content-type': 'application/json', authorization: '' };
    const call = async (method: string, path: string, content?: Readonly<Record<string, unknown>>): Promise<string> => {
      const [bare = ''] = path.split('?');
      const described = Object.keys(description.paths).find((each) =>
        new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(bare),
      );
      const { required = [], properties = {} } = content ? body(method, described ?? '') : {};
      // What is sent is what the description names: nothing required is left out, nothing else is there.
      for (const name of required) expect(content).toHaveProperty(name);
      for (const name of Object.keys(content ?? {})) expect(properties).toHaveProperty(name);
      const response = await app.request(path, {
        method: method.toUpperCase(),
        headers,
        ...(content ? { body: JSON.stringify(content) } : {}),
      });
      expect([path, response.status]).toEqual([path, 200]);
      return response.text();
    };
    const lines = (text: string) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));

    const session = JSON.parse(
      await call('post', '/sign-in', { email: 'anna@example.com', password: 'a long enough password' }),
    );
    headers.authorization = `Bearer ${session.token}`;
    const me = JSON.parse(await call('get', '/me'));
    const portal = me.portals[0].id;
    const pages = lines(await call('get', `/sync/${portal}/pages?protocol=2`));
    const { cursor, next } = pages.find((line) => line.kind === 'tail');
    expect(next).toBeNull();
    const [row, index, place] = pages.find((line) => line.kind === 'rows').rows[0];
    const piece = pages.filter((line) => line.kind === 'pieces')[index].pieces[place];
    expect(piece.case).toBe(row.id);
    const task = piece.parts.tasks.find((each: { status: string }) => each.status === '0');

    const kind = description.components.schemas['Command']?.oneOf?.find((each) => each.title === 'confirm-received');
    const command = {
      id: uuidv7(),
      portal,
      account: me.account,
      subject: { kind: /Subject: `(\w+)`/.exec(kind?.description ?? '')?.[1], id: row.id },
      name: kind?.properties?.['name']?.enum?.[0],
      input: Object.fromEntries((kind?.properties?.['input']?.required ?? []).map((name) => [name, task.id])),
      basedOn: [],
      after: null,
      at: session.serverTime,
    };
    expect(Object.keys(command).sort()).toEqual([...(kind?.required ?? [])].sort());
    const answer = JSON.parse(
      await call('post', '/commands', { protocol: 2, account: me.account, commands: [command] }),
    );
    expect(answer.outcomes).toMatchObject([{ id: command.id, kind: 'decided', items: [{ kind: 'carried-out' }] }]);

    const delta = lines(await call('post', `/sync/${portal}/delta`, { protocol: 2, cursor, named: [command.id] }));
    const [changed] = delta.find((line) => line.kind === 'pieces').pieces;
    expect(changed.parts.tasks.find((each: { id: string }) => each.id === task.id).status).toBe('0+');
    expect(delta.find((line) => line.kind === 'contained').commands).toEqual([{ id: command.id, kind: 'carried-out' }]);
    expect(delta.at(-1).cursor.number).toBeGreaterThan(cursor.number);
  });

  test('has a readable page beside it that loads nothing from elsewhere', async () => {
    const page = await app.request('/reference');
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const [, path = ''] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const asset = await app.request(path);
      expect([path, asset.status]).toEqual([path, 200]);
      expect((await asset.text()).length).toBeGreaterThan(50);
    }
    expect((await app.request('/reference/package.json')).status).toBe(404);
    expect((await app.request('/reference/constructor')).status).toBe(404);
    expect((await app.request('/reference/..%2fpackage.json')).status).toBe(404);
  });
});
