import { t } from '@lingui/core/macro';
import { isWholeText } from '../../shared/contract/parts.ts';

/** What is said at a field whose text could not be kept as it is; null where it could. */
export function unkeptTextWords(text: string): string | null {
  if (isWholeText(text)) return null;
  return t`There is a sign in this text that cannot be kept (a zero character, or half of one). Type it again instead of pasting it.`;
}
