/** @jsxImportSource hono/jsx */
import type { PasswordFault } from '../../shared/contract/password-fault.ts';
import { longestPassword, shortestPassword } from '../accounts/auth.ts';
import { Field } from './layout.tsx';

/** What is wrong with the two passwords of a form. */
export type PasswordTrouble = PasswordFault | 'differs';

const words: Readonly<Record<PasswordTrouble, string>> = {
  'too-short': `Please choose a password of at least ${shortestPassword} characters.`,
  'too-long': `Please choose a password of at most ${longestPassword} characters.`,
  unkept: 'Please choose a password without characters that cannot be kept.',
  common: 'Many people use this password, so it is among the first that are tried. Please choose another one.',
  'own-name': 'This password is little more than your own name or address. Please choose another one.',
  differs: 'The two passwords differ. Please type them again.',
};

/** A new password, typed twice, with the reason beside the field where it is not taken. */
export function NewPassword(props: { readonly label: string; readonly trouble: PasswordTrouble | null }) {
  const { label, trouble } = props;
  const reason = trouble === null ? undefined : words[trouble];
  return (
    <>
      <Field
        name="password"
        label={label}
        type="password"
        autocomplete="new-password"
        hint={`At least ${shortestPassword} characters; a sentence is good.`}
        trouble={trouble === 'differs' ? undefined : reason}
      />
      <Field
        name="again"
        label="The same again"
        type="password"
        autocomplete="new-password"
        trouble={trouble === 'differs' ? reason : undefined}
      />
    </>
  );
}
