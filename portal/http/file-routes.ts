import { createRoute, z } from '@hono/zod-openapi';
import { idSchema, madeIdSchema } from '../../shared/contract/parts.ts';
import { largestFile, storedFileSchema, uploadQuerySchema } from '../../shared/contract/portal-requests.ts';
import { mayStore, storeFile } from '../commands/store-file.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readFile } from '../reads/file.ts';
import { ProblemError, problemAnswers, slowDown } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';
import { passBody, readBody, sizeOf } from './upload-body.ts';
import { createUploadRoom, usualRoom } from './upload-room.ts';

const ofFile = z.strictObject({ portal: idSchema, file: idSchema });
const ofNewFile = ofFile.extend({ file: madeIdSchema });
const bytes = z.string().openapi({ type: 'string', format: 'binary' });

const upload = createRoute({
  method: 'put',
  path: '/files/{portal}/{file}',
  summary: 'Send the bytes of a file before the command that names it',
  description:
    'The raw bytes, at most 20 MB, their media type as the content type. Sending them again is no mistake. Where many come at once, some are answered with 429 and `Retry-After`.',
  security: bearer,
  request: {
    params: ofNewFile,
    query: uploadQuerySchema,
    body: { required: true, content: { '*/*': { schema: bytes } } },
  },
  responses: { 200: answer(storedFileSchema, 'The file is kept.'), ...problemAnswers },
});

const download = createRoute({
  method: 'get',
  path: '/files/{portal}/{file}',
  summary: 'The bytes of a document, for who sees it',
  security: bearer,
  request: { params: ofFile },
  responses: {
    200: { description: 'The bytes.', content: { 'application/octet-stream': { schema: bytes } } },
    ...problemAnswers,
  },
});

/** Files: sent before the command that names them, read by who sees the document. */
export function fileRoutes(deps: PortalDeps, room = createUploadRoom(usualRoom)) {
  const routes = newRoutes();
  routes.use('/files/*', signedIn(deps));
  routes.openapi(upload, async (context) => {
    const { caller } = context.var;
    const request = context.req.raw;
    const size = sizeOf(request, largestFile);
    const asked = { ...context.req.valid('param'), ...context.req.valid('query') };
    const place = (await mayStore(deps, caller, asked)) ? await room.enter(caller.account, size) : 'not-found';
    if (typeof place !== 'function') await passBody(request);
    if (place === null) return slowDown(context, 10, 'Many files are coming in: this one is taken later.');
    if (place === 'not-found') throw new ProblemError(place);
    try {
      const bytes = await readBody(request, size);
      if (bytes.length === 0) throw new ProblemError('not-understood', { detail: 'The file is empty.' });
      const mediaType = (context.req.header('content-type') ?? 'application/octet-stream').slice(0, 100);
      const stored = await storeFile(deps, caller, { ...asked, mediaType, bytes });
      if (stored === 'too-many-waiting') {
        return slowDown(context, 60, 'Files wait for their commands: post those first.');
      }
      if (stored !== 'stored') throw new ProblemError(stored);
      return context.json({ file: asked.file, size: bytes.length, sha256: asked.sha256 }, 200);
    } finally {
      place();
    }
  });
  routes.openapi(download, async (context) => {
    const file = found(await readFile(deps, context.var.caller, context.req.valid('param')));
    return context.body(file.bytes, 200, {
      // Never shown by whoever fetches it: what it is, its document says (sync.md 30).
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${inHeader(file.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      etag: `"${file.sha256}"`,
    });
  });
  return routes;
}

/** As RFC 8187 wants it: of the signs that a URI may have, a header's value may not have these. */
function inHeader(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
