import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Who is at the other end of the socket, or the last word of the configured proxy (sync.md 36). */
export function socketAddress(context: Context, addressHeader: string | undefined): string {
  const said = addressHeader === undefined ? undefined : context.req.header(addressHeader)?.split(',').at(-1)?.trim();
  if (said) return said;
  // There are no bindings where a test asks the app directly.
  const bindings: Partial<HttpBindings> = context.env ?? {};
  return bindings.incoming?.socket.remoteAddress ?? 'unknown';
}
