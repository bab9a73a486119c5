import type { CaseKey } from '../../../shared/contract/desk-api.ts';
import { smallLetters } from '../../../shared/contract/parts.ts';

export const LINK_SCHEME = 'partnerdesk';

const LINK = /^partnerdesk:\/\/case\/([A-Za-z0-9._:-]{1,100})\/([A-Za-z0-9._:-]{1,100})\/?$/;

/** A link opens a case and does nothing else: no address, token or action is ever read from one (sync.md 33). */
export function parseCaseLink(text: string): CaseKey | null {
  const [, portal, caseId] = LINK.exec(text) ?? [];
  return portal === undefined || caseId === undefined ? null : { portal, case: smallLetters(caseId) };
}

/** The link a second start was given, if any. */
export function linkIn(argv: readonly string[]): CaseKey | null {
  for (const argument of argv) {
    const link = parseCaseLink(argument);
    if (link !== null) return link;
  }
  return null;
}
