import { useState } from 'react';
import type { SignInAnswer } from '../../../shared/contract/desk-api.ts';

export type SignInTrouble = Extract<SignInAnswer, { ok: false }>;

/** Runs one attempt to sign in at a time. The window is replaced by the desk where it worked, so that stays busy. */
export interface Attempt {
  readonly busy: boolean;
  readonly trouble: SignInTrouble | null;
  readonly run: (signIn: () => Promise<SignInAnswer>) => Promise<SignInAnswer | null>;
  readonly clear: () => void;
}

export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);
  return {
    busy,
    trouble,
    clear: () => setTrouble(null),
    run: async (signIn) => {
      if (busy) return null;
      setBusy(true);
      setTrouble(null);
      const answer = await signIn();
      if (!answer.ok) {
        setTrouble(answer);
        setBusy(false);
      }
      return answer;
    },
  };
}
