import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { errorCode } from '../journal/durable-file.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { decoded } from './decoded.ts';

/** Only what the build makes; anything else is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const PLACEHOLDER = '__CSP_NONCE__';

/** Answers a path of the app's page from the built renderer. Paths without an extension are views of the one page. */
export async function servePage(folder: string, pathname: string): Promise<Response> {
  const path = safePath(pathname);
  if (path === null) return notFound();
  const isView = extname(path) === '';
  const mediaType = mediaTypes[isView ? '.html' : extname(path)];
  if (mediaType === undefined) return notFound();
  try {
    const bytes = await readFile(join(folder, isView ? 'index.html' : path));
    return mediaType.startsWith('text/html') ? page(bytes.toString('utf8')) : asset(bytes, mediaType);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(errorCode(error))) return notFound();
    throw error;
  }
}

function page(html: string): Response {
  const nonce = randomBytes(18).toString('base64url');
  return new Response(html.replaceAll(PLACEHOLDER, nonce), {
    headers: {
      ...alwaysHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

function asset(bytes: Buffer, mediaType: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { ...alwaysHeaders, 'content-type': mediaType, 'cache-control': 'no-store' },
  });
}

const alwaysHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** The path below the folder, or null when it leads anywhere else. */
function safePath(pathname: string): string | null {
  const parts = decoded(pathname)
    ?.split('/')
    .filter((part) => part !== '');
  // Backslashes and colons are separators and drives on Windows; a leading dot is never a built file.
  return parts === undefined || parts.some((part) => part.startsWith('.') || /[\\:\0]/.test(part))
    ? null
    : parts.join('/');
}

function notFound(): Response {
  return new Response('', { status: 404, headers: { ...alwaysHeaders, 'cache-control': 'no-store' } });
}
