import { isUtf8 } from 'node:buffer';
import { decoded } from './decoded.ts';

/** Where the bytes of a document come from: what the desk keeps, never the network. */
export interface AttachmentSource {
  readonly readCopy: (file: string) => Promise<Uint8Array | null>;
  readonly read: (sha256: string) => Promise<Uint8Array | null>;
}

/** The kinds that are shown, told by their first bytes and never by a name; all else can only be saved (sync.md 30). */
const shown: readonly { readonly type: string; readonly starts: readonly number[]; readonly at?: number }[] = [
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', starts: [0x57, 0x45, 0x42, 0x50], at: 8 },
];

/** `attachment://desk/copy/<file>` and `attachment://desk/kept/<sha256>`. */
export async function serveAttachment(url: string, source: AttachmentSource): Promise<Response> {
  const [, kind, name = '', ...rest] = new URL(url).pathname.split('/');
  const file = decoded(name);
  if (rest.length > 0 || (kind !== 'copy' && kind !== 'kept') || file === null) return plain(404);
  const bytes = kind === 'copy' ? await source.readCopy(file) : await source.read(file);
  if (bytes === null) return plain(404);
  const type = typeToShow(bytes);
  if (type === null) return plain(415);
  return new Response(new Uint8Array(bytes), { headers: { ...headersFor(type), 'content-type': type } });
}

/** The type a document may be shown as, or null when it may only be saved. Text, HTML too, is shown as its letters. */
export function typeToShow(bytes: Uint8Array): string | null {
  const found = shown.find(({ starts, at = 0 }) => starts.every((byte, index) => bytes[at + index] === byte));
  if (found !== undefined) return found.type;
  return bytes.length > 0 && isUtf8(bytes) && !bytes.includes(0) ? 'text/plain; charset=utf-8' : null;
}

function headersFor(type: string): Readonly<Record<string, string>> {
  // Chromium shows no PDF in a CSP sandbox; its viewer is a process of its own, and the policy still lets nothing load.
  const sandbox = type === 'application/pdf' ? '' : '; sandbox';
  const inline = type.startsWith('application/pdf')
    ? "default-src 'none'; object-src 'self'; frame-src 'self'; style-src 'unsafe-inline'"
    : "default-src 'none'; style-src 'unsafe-inline'";
  return { ...alwaysHeaders, 'content-security-policy': `${inline}${sandbox}` };
}

const alwaysHeaders = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

function plain(status: number): Response {
  return new Response('', {
    status,
    headers: { ...alwaysHeaders, 'content-security-policy': "default-src 'none'; sandbox" },
  });
}
