import type { DemoAccount } from '../../../shared/contract/desk-api.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { SignInAlert } from './sign-in-alert.tsx';
import { useAttempt } from './use-attempt.ts';

/** The people of the demo at the first start, when there is nobody else to sign in as. */
export function DemoPeople({ accounts }: { readonly accounts: readonly DemoAccount[] }) {
  const desk = useDesk();
  const { busy, trouble, run } = useAttempt();
  return (
    <>
      {trouble && <SignInAlert trouble={trouble} />}
      <DemoAccounts
        accounts={accounts}
        busy={busy}
        onChoose={({ email, password }) => void run(() => desk.accounts.signIn({ email, password }))}
      />
    </>
  );
}
