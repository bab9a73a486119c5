/** The origin of everything the renderer shows and asks. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'desk';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
/** Documents are shown from here: without preload, without script, without access to the app. */
export const ATTACHMENT_SCHEME = 'attachment';

/** The policy of the app's page. Nothing is inline but the style tags of the UI kit, which carry this load's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "media-src 'self' blob:",
    `frame-src ${ATTACHMENT_SCHEME}:`,
    "manifest-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
