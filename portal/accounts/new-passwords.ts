import { isRefusedByAuth, shortestPassword, type Auth } from './auth.ts';
import type { SignInLimits } from './sign-in-limits.ts';

/** How somebody comes to a new password: by a mailed link that works once. */
export interface NewPasswords {
  /** Mails a link where the address is known; what it answers never tells. Seconds to wait, or null. */
  readonly forgotPassword: (email: string, from: string) => Promise<{ readonly seconds: number } | null>;
  readonly resetPassword: (token: string, password: string) => Promise<ResetAnswer>;
  /** True while a link holds; asking does not use it up. */
  readonly holdsResetLink: (token: string) => Promise<boolean>;
  /** Resolves when no mail is being written. */
  readonly idle: () => Promise<void>;
}

/** What came of choosing a new password. */
export type ResetAnswer = 'changed' | 'link-used-or-expired' | 'too-short';

interface Needs {
  readonly auth: Auth;
  readonly limits: SignInLimits;
  readonly onFault: (fault: unknown) => void;
}

/** New passwords; changing one ends every session of the person. */
export function createNewPasswords({ auth, limits, onFault }: Needs): NewPasswords {
  const background = new Set<Promise<void>>();
  return {
    forgotPassword: async (email, from) => {
      const attempt = await limits.attempt([
        { kind: 'mail-address', value: from },
        { kind: 'mail-account', value: email },
      ]);
      if (!attempt.allowed) return { seconds: attempt.seconds };
      // Not waited for: an answer that takes longer would tell that the address is known.
      const work = auth.api
        .requestPasswordReset({ body: { email: email.toLowerCase() } })
        .then(() => undefined, onFault)
        .finally(() => background.delete(work));
      background.add(work);
      return null;
    },
    resetPassword: async (token, password) => {
      if (password.length < shortestPassword) return 'too-short';
      try {
        await auth.api.resetPassword({ body: { token, newPassword: password } });
        return 'changed';
      } catch (error) {
        if (isRefusedByAuth(error)) return 'link-used-or-expired';
        throw error;
      }
    },
    holdsResetLink: async (token) => {
      const { internalAdapter } = await auth.$context;
      const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
      return link !== null && link !== undefined && link.expiresAt > new Date();
    },
    idle: async () => void (await Promise.all(background)),
  };
}
