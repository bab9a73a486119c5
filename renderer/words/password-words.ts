import { t } from '@lingui/core/macro';
import type { PasswordFault } from '../../shared/contract/password-fault.ts';

const words: Readonly<Record<PasswordFault, () => string>> = {
  'too-short': () => t`Too short yet: at least 10 characters.`,
  'too-long': () => t`Too long: at most 200 characters.`,
  unkept: () => t`It has characters that cannot be kept.`,
  common: () => t`Many people use this password, so it is among the first that are tried.`,
  'own-name': () => t`This is little more than the own name or address.`,
};

/** Why a password is not taken. */
export function passwordWords(fault: PasswordFault): string {
  return words[fault]();
}
