import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { PortalDeps } from '../portal-deps.ts';

const compress = promisify(gzip);
/** Below this, compressing costs more than it saves. */
const worthwhile = 1400;

/**
 * Answers lines of JSON. They are compressed where they cross a network; between the desk and its embedded portal
 * server compression would only cost time.
 */
export async function answerLines(
  { launchSecret }: Pick<PortalDeps, 'launchSecret'>,
  context: Context,
  lines: readonly string[],
): Promise<Response> {
  const text = `${lines.join('\n')}\n`;
  const headers = { 'content-type': 'application/x-ndjson; charset=utf-8', vary: 'accept-encoding' };
  const wanted = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '') && launchSecret === undefined;
  if (!wanted || text.length < worthwhile) return context.body(text, 200, headers);
  // Level 3: on JSON nearly as small as the default, at half the time.
  const bytes = await compress(text, { level: 3 });
  return context.body(new Uint8Array(bytes), 200, { ...headers, 'content-encoding': 'gzip' });
}
