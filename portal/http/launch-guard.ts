import { timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { PortalDeps } from '../portal-deps.ts';
import { ProblemError } from './problems.ts';

/** Where the desk says the secret of this launch. */
const launchHeader = 'x-desk-launch';

/**
 * Guards the embedded portal server before anything is parsed (sync.md 27): only the desk knows the secret, it sends no
 * Origin, and a page that had a name point here would send another Host.
 */
export function launchGuard({ launchSecret }: Pick<PortalDeps, 'launchSecret'>) {
  return createMiddleware(async (context, next) => {
    if (launchSecret !== undefined) {
      const host = (context.req.header('host') ?? new URL(context.req.url).host).replace(/:\d+$/, '');
      const allowed =
        host === '127.0.0.1' &&
        context.req.header('origin') === undefined &&
        sameText(context.req.header(launchHeader) ?? '', launchSecret);
      if (!allowed) throw new ProblemError('not-allowed');
    }
    await next();
  });
}

/** Takes JSON, and the bytes of files; anything else is refused before it is read. */
export function bodyGuard(filePaths: RegExp) {
  return createMiddleware(async (context, next) => {
    const taken = isJson(context.req.header('content-type')) || filePaths.test(context.req.path);
    if (!taken && (await carriesBody(context.req.raw))) throw new ProblemError('unsupported-media');
    await next();
  });
}

function isJson(type = ''): boolean {
  return /^application\/json\b/i.test(type);
}

/**
 * Over a socket every POST and DELETE has a stream, also where nothing comes (signing out). Where no length is said,
 * the first bytes tell; nobody else reads a body that is not taken.
 */
async function carriesBody({ method, headers, body }: Request): Promise<boolean> {
  if (body === null || method === 'GET' || method === 'HEAD') return false;
  const length = headers.get('content-length');
  if (length !== null) return length !== '0';
  const reader = body.getReader();
  try {
    return !(await reader.read()).done;
  } catch {
    // It broke off in the middle.
    return true;
  } finally {
    reader.releaseLock();
  }
}

function sameText(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
