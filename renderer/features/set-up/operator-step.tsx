import { PasswordInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { passwordWords } from '../../words/password-words.ts';
import type { SetUpDraft } from './set-up-draft.ts';
import type { Faults } from './set-up-faults.ts';
import classes from './set-up.module.css';
import { usePasswordFault } from './use-password-fault.ts';

export interface StepProps {
  readonly draft: SetUpDraft;
  readonly onChange: (draft: SetUpDraft) => void;
  readonly faults: Faults;
}

interface OperatorStepProps extends StepProps {
  readonly password: string;
  readonly onPassword: (password: string) => void;
  readonly again: string;
  readonly onAgain: (again: string) => void;
}

/** Who runs the portal server of this computer. */
export function OperatorStep({ draft, onChange, faults, password, onPassword, again, onAgain }: OperatorStepProps) {
  const { t } = useLingui();
  const { operator } = draft;
  const set = (change: Partial<SetUpDraft['operator']>) => onChange({ ...draft, operator: { ...operator, ...change } });
  const toggle = { 'aria-label': t`Show or hide the password`, tabIndex: 0 };
  return (
    <div className={classes.fields}>
      <TextInput
        label={t`Your company`}
        autoComplete="organization"
        value={operator.company}
        error={faults['operator.company']}
        onChange={(event) => set({ company: event.currentTarget.value })}
      />
      <TextInput
        label={t`Your name`}
        autoComplete="name"
        value={operator.name}
        error={faults['operator.name']}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t`Your e-mail address`}
        autoComplete="username"
        description={t`You sign in with it. It need not be able to receive mail.`}
        value={operator.email}
        error={faults['operator.email']}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <PasswordInput
        label={t`Password`}
        description={t`At least 10 characters; a sentence is good.`}
        autoComplete="new-password"
        value={password}
        error={faults['password']}
        onChange={(event) => onPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      <PasswordRule password={password} name={operator.name} email={operator.email} />
      <PasswordInput
        label={t`The same again`}
        autoComplete="new-password"
        value={again}
        error={faults['again']}
        onChange={(event) => onAgain(event.currentTarget.value)}
        visibilityToggleButtonProps={{ ...toggle, 'aria-label': t`Show or hide the repeated password` }}
      />
    </div>
  );
}

/** What the portal server says to it, while it is typed. */
function PasswordRule({ password, name, email }: { password: string; name: string; email: string }) {
  const fault = usePasswordFault(password, name, email);
  return (
    <p className={classes.rule} role="status">
      {fault === null && <Trans>This password can be used.</Trans>}
      {fault && passwordWords(fault)}
    </p>
  );
}
