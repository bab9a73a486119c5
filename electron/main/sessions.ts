import { join } from 'node:path';
import { session } from 'electron';
import type { Session, WebContents } from 'electron';
import { accountHash } from './accounts/account-file.ts';
import { cutTornLogs } from './accounts/cut-torn-log.ts';
import { forward, PORTAL_PATH } from './forward.ts';
import type { ForwardRoute } from './forward.ts';
import { note, noteFault } from './machine/log.ts';
import { APP_HOST, APP_SCHEME, ATTACHMENT_SCHEME } from './scheme/content-security-policy.ts';
import { serveAttachment } from './scheme/serve-attachment.ts';
import type { AttachmentSource } from './scheme/serve-attachment.ts';
import { servePage } from './scheme/serve-page.ts';

/** One partition an account: IndexedDB and network state of its own, nothing cached (sync.md 25, 28). */
export function accountSession(account: string): Session {
  const part = session.fromPartition(`persist:${accountHash(account)}`, { cache: false });
  mendCache(part);
  return part;
}

const mended = new Set<string>();

/** Once, before a page has opened it: from then on Chromium writes into it. */
function mendCache({ storagePath }: Session): void {
  if (storagePath === null || mended.has(storagePath)) return;
  mended.add(storagePath);
  try {
    const cut = cutTornLogs(join(storagePath, 'IndexedDB', `${APP_SCHEME}_${APP_HOST}_0.indexeddb.leveldb`));
    if (cut.length > 0) note('cache-log-cut', { files: cut.length });
  } catch (error) {
    // A cache that cannot be mended is fetched again.
    noteFault('cache-not-mended', error);
  }
}

/** The sign-in window keeps nothing at all. */
export function signInSession(): Session {
  return session.fromPartition('sign-in', { cache: false });
}

/**
 * Chromium fetches a dictionary from a server of Google's as soon as there is a session, before its spell checker can be
 * switched off for it. Said when the session is made: there is no language to check, and nowhere to fetch one from.
 */
export function withoutDictionaries(part: Session): void {
  part.setSpellCheckerLanguages([]);
  part.setSpellCheckerDictionaryDownloadURL(`${ATTACHMENT_SCHEME}://none/`);
}

export interface SessionParts {
  readonly renderer: string;
  readonly route: ForwardRoute | null;
  readonly attachments: AttachmentSource | null;
  /** A page's contents that may copy to the clipboard. */
  readonly isOurs: (contents: WebContents | null) => boolean;
}

/** Gives a session its schemes and takes everything else from it; done again when its account is opened again. */
export function prepareSession(part: Session, parts: SessionParts): void {
  handle(part, APP_SCHEME, (request) => answerApp(request, parts));
  handle(part, ATTACHMENT_SCHEME, (request) =>
    parts.attachments === null
      ? Promise.resolve(new Response('', { status: 404 }))
      : serveAttachment(request.url, parts.attachments),
  );
  part.setSpellCheckerEnabled(false);
  // "Copy link" is all a page may ask for; reading the clipboard, places, cameras and the rest are refused.
  part.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write' && parts.isOurs(contents)),
  );
  part.setPermissionCheckHandler(
    (contents, permission) => permission === 'clipboard-sanitized-write' && parts.isOurs(contents),
  );
  part.setDevicePermissionHandler(() => false);
  part.removeAllListeners('will-download');
  // Files are saved by the desk where the user picks, never by a page.
  part.on('will-download', (event) => event.preventDefault());
}

function answerApp(request: Request, parts: SessionParts): Promise<Response> {
  const { hostname, pathname } = new URL(request.url);
  if (hostname !== APP_HOST) return Promise.resolve(new Response('', { status: 404 }));
  if (!pathname.startsWith(PORTAL_PATH)) return servePage(parts.renderer, pathname);
  return parts.route === null ? Promise.resolve(new Response('', { status: 404 })) : forward(request, parts.route);
}

function handle(part: Session, scheme: string, answer: (request: Request) => Promise<Response>): void {
  if (part.protocol.isProtocolHandled(scheme)) part.protocol.unhandle(scheme);
  part.protocol.handle(scheme, answer);
}
