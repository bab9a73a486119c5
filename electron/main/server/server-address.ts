import type { ServerChoice, ServerTrouble } from '../../../shared/contract/desk-api.ts';
import { demoAddress, ownAddress } from '../../../shared/contract/desk-places.ts';

/** The portal server inside the app with its demo. */
export const EMBEDDED = demoAddress;
/** The one inside the app that its user sets up; it keeps a database of its own. */
export const THIS_COMPUTER = ownAddress;

/** True where the portal server is a process of this app. */
export function isInside(address: string): boolean {
  return address === EMBEDDED || address === THIS_COMPUTER;
}

export type ParsedAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly trouble: Extract<ServerTrouble, 'not-an-address' | 'needs-https'> };

/** What a person typed, as one of the two inside the app or an origin: no path, no name and password, https beyond this computer. */
export function parseAddress(text: string): ParsedAddress {
  const typed = text.trim();
  if (isInside(typed)) return { ok: true, address: typed };
  const url = tryUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    return { ok: false, trouble: 'not-an-address' };
  }
  if (url.hostname === '' || url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return { ok: false, trouble: 'not-an-address' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { ok: false, trouble: 'needs-https' };
  return { ok: true, address: url.origin };
}

export interface AddressSources {
  readonly policy: string | null;
  readonly switch: string | null;
  readonly settings: string | null;
}

/** Policy, then switch, then settings; the embedded server when nobody says anything (design.md §11). */
export function chooseAddress(sources: AddressSources): Pick<ServerChoice, 'address' | 'decidedBy'> {
  for (const decidedBy of ['policy', 'switch', 'settings'] as const) {
    const said = sources[decidedBy];
    if (said === null) continue;
    const parsed = parseAddress(said);
    if (parsed.ok) return { address: parsed.address, decidedBy };
  }
  return { address: EMBEDDED, decidedBy: 'default' };
}

function tryUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
