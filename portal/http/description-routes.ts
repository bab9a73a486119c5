import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { assetPath } from '../asset-path.ts';
import { describeApi } from './description.ts';
import { newRoutes } from './routes.ts';

const assets: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
]);

/** Everything from here: the page works where there is no internet. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Partner Desk: the API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/reference/swagger-ui.css" />
  </head>
  <body>
    <main id="reference"></main>
    <script src="/reference/swagger-ui-bundle.js"></script>
    <script src="/reference/start.js"></script>
  </body>
</html>
`;

const start = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  presets: [SwaggerUIBundle.presets.apis],
  deepLinking: true,
  validatorUrl: null,
});
`;

/** The description of the API for machines, and a page for people. */
export function descriptionRoutes(api: OpenAPIHono) {
  const routes = newRoutes();
  let described: string | null = null;
  routes.get('/openapi.json', (context) => {
    described ??= JSON.stringify(describeApi(api));
    return context.body(described, 200, { 'content-type': 'application/json' });
  });
  routes.get('/reference', (context) => {
    context.header('content-security-policy', policy);
    return context.html(page);
  });
  routes.get('/reference/start.js', (context) =>
    context.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  routes.get('/reference/:name', async (context) => {
    const name = context.req.param('name');
    const type = assets.get(name);
    if (type === undefined) return context.notFound();
    return context.body(await readFile(swaggerFile(name)), 200, { 'content-type': type });
  });
  return routes;
}

/** Built, the files lie beside the code; from the sources they are the package's own. */
function swaggerFile(name: string): string {
  const built = assetPath('swagger-ui-dist', name);
  if (existsSync(built)) return built;
  return join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), name);
}
