import { t } from '@lingui/core/macro';
import type { SignInRefusal } from '../../shared/contract/desk-api.ts';
import { isServerTrouble, serverTroubleWords, type TroubleWords } from './server-trouble-words.ts';

/** Why signing in did not work, and what to do. */
export function signInWords(reason: SignInRefusal): TroubleWords {
  return isServerTrouble(reason) ? serverTroubleWords(reason) : refusals[reason]();
}

type OwnRefusal = Exclude<SignInRefusal, Parameters<typeof serverTroubleWords>[0]>;

const refusals: Readonly<Record<OwnRefusal, () => TroubleWords>> = {
  'wrong-credentials': () => ({
    title: t`E-mail address and password do not belong together`,
    next: t`Check both. Capital and small letters matter in the password.`,
  }),
  'slow-down': () => ({
    title: t`Too many attempts`,
    next: t`Wait until the time below is over, then try again.`,
  }),
  'no-portal': () => ({
    title: t`You do not work in any portal here`,
    next: t`The sign-in is right, but no insurer has given you access. Ask an admin of your company.`,
  }),
  'lease-over': () => ({
    title: t`The days offline are over`,
    next: t`What is kept on this computer opens again after one sign-in at the portal. Work that was not sent is still kept.`,
  }),
  'keys-lost': () => ({
    title: t`What is kept on this computer is still locked`,
    next: t`It was locked with an earlier password.`,
  }),
  'unknown-account': () => ({
    title: t`Nothing is kept for this account on this computer`,
    next: t`Sign in while the portal can be reached.`,
  }),
};
