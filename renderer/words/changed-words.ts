import { t } from '@lingui/core/macro';
import { momentText } from './figures.ts';

/** Who changed what was on the screen, and when, as far as it is known. */
export function changedWords(by: string | null, at: string | null): string {
  const when = at ? momentText(at) : null;
  if (by && when) return t`Changed by ${by} at ${when}.`;
  if (when) return t`Changed at ${when}.`;
  return by ? t`Changed by ${by}.` : t`It was changed meanwhile.`;
}
