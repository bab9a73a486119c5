import { t } from '@lingui/core/macro';
import type { NotKeptReason } from '../../shared/contract/desk-api.ts';

/** Why something that was done could not be kept on this computer, and what can be done about it. */
export function notKeptWords(reason: NotKeptReason): string {
  return reasons[reason]();
}

const reasons: Readonly<Record<NotKeptReason, () => string>> = {
  'disk-full': () => t`The disk is full. Make room and try again; what you typed is still here.`,
  'not-durable': () => t`The disk did not take it. Try again; what you typed is still here.`,
  'seen-older': () =>
    t`Another window was working on the same thing. Look again and repeat it; what you typed is still here.`,
  locked: () => t`What is kept on this computer is locked. Sign in again; what you typed is still here.`,
  'not-understood': () => t`Something in it cannot be kept as it is. Look at what you entered; it is still here.`,
};
