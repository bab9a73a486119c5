import { setNonce } from 'get-nonce';
import { z } from 'zod';

// Must run before any schema is made: zod would else try whether `new Function` works, which the policy reports.
z.config({ jitless: true });

/** The value that lets a style tag pass the policy; the desk writes it into the page it serves. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

// react-remove-scroll (in Mantine's dialogs) makes its style tag through get-nonce.
setNonce(styleNonce());
