import { z } from 'zod';

type Json = Readonly<Record<string, never>>;
type Answered = Readonly<Record<string, { readonly schema: Json }>>;
interface Operation {
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Answered };
  readonly responses: Readonly<Record<string, { readonly content: Answered }>>;
}
/** An OpenAPI document, as far as a client needs it. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}
type Ask = (path: string, init: RequestInit) => Response | Promise<Response>;

/** A client that knows the description and nothing else: what is sent and what is answered has to fit its schemas. */
export function describedClient(ask: Ask, description: Description) {
  const $defs = JSON.parse(
    JSON.stringify(description.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  const parser = (schema: Json): z.ZodType =>
    z.fromJSONSchema({
      ...JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')),
      $defs,
    });
  return async (method: string, path: string, body?: unknown, token?: string) => {
    const [bare = ''] = path.split('?');
    const [, item] =
      Object.entries(description.paths).find(([each]) =>
        new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(bare),
      ) ?? [];
    const operation = item?.[method.toLowerCase()];
    if (!operation) throw new Error(`${method} ${path} is not described`);
    const [type = ''] = Object.keys(operation.requestBody?.content ?? {});
    const json = type === 'application/json';
    if (json) parser(operation.requestBody?.content[type]?.schema ?? ({} as Json)).parse(body);
    const headers = {
      ...(body === undefined ? {} : { 'content-type': json ? type : 'application/octet-stream' }),
      ...(operation.security && token ? { authorization: `Bearer ${token}` } : {}),
    };
    const sent = body === undefined ? {} : { body: json ? JSON.stringify(body) : String(body) };
    const response = await ask(path, { method, headers, ...sent });
    const { status } = response;
    const described = operation.responses[String(status)] ?? operation.responses[`${String(status)[0]}XX`];
    const answered = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const schema = described?.content[answered]?.schema;
    if (!schema) throw new Error(`${method} ${path}: ${status} ${answered} is not described`);
    const text = await response.text();
    if (answered === 'application/octet-stream') return { status, values: [text] };
    const values = (answered.endsWith('ndjson') ? text.trimEnd().split('\n') : [text]).map((line) => JSON.parse(line));
    for (const value of values) parser(schema).parse(value);
    return { status, values };
  };
}
