import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirstPassword } from '../../../shared/contract/set-up.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { SetUpFrame } from './set-up-frame.tsx';
import classes from './set-up.module.css';
import { ShowMails } from './show-mails.tsx';

interface MadePageProps {
  readonly passwords: readonly FirstPassword[];
  /** To the sign-in; the operator's name signs in at once where the portal server answers. */
  readonly operator: { readonly name: string; readonly email: string; readonly password: string };
  readonly onDone: () => void;
}

/** The portal is there: everybody's first password, shown this once. */
export function MadePage({ passwords, operator, onDone }: MadePageProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const { name, email, password } = operator;
  const save = () => {
    const lines = passwords.map((each) => [each.name, each.company, each.email, each.password].join('\t'));
    return desk.files.saveAs('first-passwords.txt', new TextEncoder().encode(`${lines.join('\n')}\n`));
  };
  const signIn = async () => {
    setBusy(true);
    const answer = await desk.accounts.signIn({ email, password });
    if (!answer.ok) onDone();
  };
  return (
    <SetUpFrame
      title={t`Your portal is set up`}
      lead={
        <Trans>
          Everybody signs in on this computer, first with the password beside the name. The passwords are shown only
          now: give each person theirs, or keep the list in a safe place.
        </Trans>
      }
    >
      <div className={classes.list}>
        <table className={classes.passwords} aria-label={t`First passwords`}>
          <thead>
            <tr>
              <th>{t`Name`}</th>
              <th>{t`Company`}</th>
              <th>{t`E-mail address`}</th>
              <th>{t`First password`}</th>
            </tr>
          </thead>
          <tbody>
            {passwords.map((each) => (
              <tr key={each.email}>
                <td>{each.name}</td>
                <td>{each.company}</td>
                <td>{each.email}</td>
                <td>
                  <code>{each.password}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.text}>
        <Trans>Whoever wants another password, or has lost it, chooses “Forgotten password?” when signing in.</Trans>{' '}
        <ShowMails />
      </p>
      <div className={classes.foot}>
        <Button variant="default" onClick={() => void save()}>
          <Trans>Save the list…</Trans>
        </Button>
        <span className={classes.space} />
        <Button variant="default" disabled={busy} onClick={onDone}>
          <Trans>To the sign-in</Trans>
        </Button>
        <Button loading={busy} onClick={() => void signIn()}>
          <Trans>Sign in as {name}</Trans>
        </Button>
      </div>
    </SetUpFrame>
  );
}
