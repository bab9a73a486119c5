import { Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { DemoAccount, KnownAccount } from '../../../shared/contract/desk-api.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { ForgottenPassword } from './forgotten-password.tsx';
import { KnownAccounts } from './known-accounts.tsx';
import { SignInAlert } from './sign-in-alert.tsx';
import { SignInForm, type AcceptStoreAction } from './sign-in-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import classes from './sign-in.module.css';
import { useAttempt } from './use-attempt.ts';

interface SignInPageProps {
  readonly demo: readonly DemoAccount[];
  /** How the server inside the app is doing, where that matters. */
  readonly note?: ReactNode;
  /** Stands where the people of the demo will be, while the demo is made. */
  readonly demoToCome?: ReactNode;
  /** How old the demo is. */
  readonly demoAge?: ReactNode;
  /** Which server this is, and how to change it. */
  readonly foot: ReactNode;
  readonly acceptStore: AcceptStoreAction;
  /** Where mails are to be found that are sent to nobody. */
  readonly mails?: ReactNode;
}

const leaseOver = { ok: false, reason: 'lease-over' } as const;

/** Who is it? Somebody known on this computer, somebody of the demo, or an e-mail address and a password. */
export function SignInPage({ demo, note, demoToCome, demoAge, foot, acceptStore, mails }: SignInPageProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const known = useQuery({ queryKey: ['known-accounts'], queryFn: () => desk.accounts.known(), gcTime: 0 });
  const { busy, trouble, run, clear } = useAttempt();
  const [screen, setScreen] = useState<'choose' | 'form' | 'forgotten'>('choose');
  const [account, setAccount] = useState<KnownAccount | null>(null);
  const [email, setEmail] = useState('');
  const ask = (chosen: KnownAccount | null) => {
    setAccount(chosen);
    setEmail(chosen?.email ?? '');
    setScreen('form');
  };
  const choose = async (chosen: KnownAccount) => {
    clear();
    // Nobody knows the passwords of the demo by heart.
    const ofDemo = demo.find((each) => each.email === chosen.email);
    if (!chosen.remembered && !ofDemo) return ask(chosen);
    // The key store opens it: no password where none is needed.
    const answer = await run(() =>
      chosen.remembered || !ofDemo
        ? desk.accounts.signInOffline({ account: chosen.id, password: '' })
        : desk.accounts.signIn({ email: ofDemo.email, password: ofDemo.password }),
    );
    if (!answer || answer.ok) return;
    // Still locked only means that the password is needed, which is asked for anyway.
    if (answer.reason === 'keys-lost') clear();
    ask(chosen);
  };
  if (known.isPending) return <SignInFrame title={t`Sign in`}>{null}</SignInFrame>;
  if (screen === 'forgotten') {
    return <ForgottenPassword email={email} mails={mails} onEmail={setEmail} onBack={() => setScreen('form')} />;
  }
  const accounts = known.data ?? [];
  // Whoever worked here last finds the own work closed and is told why before anything is tried.
  const closed = accounts.toSorted((one, other) => one.lastSignIn.localeCompare(other.lastSignIn)).at(-1)?.leaseOver;
  const others = demo.filter((each) => !accounts.some((one) => one.email === each.email));
  const offered =
    demo.length > 0 ? (
      <>
        {others.length > 0 && (
          <DemoAccounts
            title={<Trans>Or look around as somebody of the demo</Trans>}
            accounts={others}
            busy={busy}
            onChoose={({ email: address, password }) =>
              void run(() => desk.accounts.signIn({ email: address, password }))
            }
          />
        )}
        <div className={classes.demoAge}>{demoAge}</div>
      </>
    ) : (
      demoToCome
    );
  if (screen === 'choose' && accounts.length > 0) {
    return (
      <SignInFrame title={t`Who is working?`} note={note} foot={foot} aside={offered}>
        {(trouble ?? closed) && (
          <div className={classes.form}>
            <SignInAlert trouble={trouble ?? leaseOver} />
          </div>
        )}
        <KnownAccounts accounts={accounts} busy={busy} onChoose={(chosen) => void choose(chosen)} />
        <div className={classes.buttons}>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              clear();
              ask(null);
            }}
          >
            <Trans>Somebody else</Trans>
          </Anchor>
        </div>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame
      title={account ? t`Welcome back, ${account.name}` : t`Sign in`}
      note={note}
      foot={foot}
      aside={!account && offered}
    >
      {trouble && (
        <div className={classes.form}>
          <SignInAlert trouble={trouble} />
        </div>
      )}
      <SignInForm
        key={account?.id}
        account={account}
        email={email}
        onEmail={setEmail}
        onForgotten={() => setScreen('forgotten')}
        acceptStore={acceptStore}
      />
      {accounts.length > 0 && (
        <div className={classes.buttons}>
          <Anchor component="button" type="button" size="sm" onClick={() => setScreen('choose')}>
            <Trans>Somebody known on this computer</Trans>
          </Anchor>
        </div>
      )}
    </SignInFrame>
  );
}
