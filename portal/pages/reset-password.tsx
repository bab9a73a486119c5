/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import { shortestPassword } from '../accounts/auth.ts';
import { Field, Layout, Trouble } from './layout.tsx';
import { formFields, page, passwordTrouble } from './page-answer.ts';

const path = '/reset-password';
const usedUp = 'This link was used already or is too old. Ask for a new one in the app: “Forgot password”.';

/** Where a mailed link leads: a new password is chosen. Looking at it uses nothing up; mail scanners look too. */
export function resetPasswordPage(pages: Hono, { accounts }: { readonly accounts: Accounts }): void {
  pages.get(path, async (context) => {
    const token = context.req.query('token') ?? '';
    const holds = await accounts.holdsResetLink(token);
    return page(context, holds ? <Choose token={token} trouble={null} /> : <UsedUp />, holds ? 200 : 410);
  });
  pages.post(path, async (context) => {
    const { token = '', password = '', again = '' } = await formFields(context);
    const trouble = passwordTrouble(password, again);
    if (trouble) return page(context, <Choose token={token} trouble={trouble} />, 400);
    const answer = await accounts.resetPassword(token, password);
    return answer === 'changed' ? page(context, <Changed />) : page(context, <UsedUp />, 410);
  });
}

function Choose({ token, trouble }: { readonly token: string; readonly trouble: string | null }) {
  return (
    <Layout title="Choose a new password">
      <Trouble text={trouble} />
      <form method="post" action={path}>
        <input type="hidden" name="token" value={token} />
        <Field
          name="password"
          label="New password"
          type="password"
          autocomplete="new-password"
          hint={`At least ${shortestPassword} characters; a sentence is good.`}
        />
        <Field name="again" label="The same again" type="password" autocomplete="new-password" />
        <button type="submit">Change the password</button>
      </form>
    </Layout>
  );
}

function Changed() {
  return (
    <Layout title="Your password is changed">
      <p>Sign in to the app with it. What waits there to be sent is kept, and is sent once you have signed in.</p>
      <p>You have been signed out everywhere else.</p>
    </Layout>
  );
}

function UsedUp() {
  return (
    <Layout title="This link does not work any more">
      <p>{usedUp}</p>
    </Layout>
  );
}
