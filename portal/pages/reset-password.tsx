/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { EdgeDeps } from '../edge-deps.ts';
import { socketAddress } from '../http/socket-address.ts';
import { Layout } from './layout.tsx';
import { NewPassword, type PasswordTrouble } from './new-password.tsx';
import { formFields, page } from './page-answer.ts';

const path = '/reset-password';
const usedUp = 'This link was used already or is too old. Ask for a new one in the app: “Forgotten password?”.';

/** Where a mailed link leads: a new password is chosen. Looking at it uses nothing up; mail scanners look too. */
export function resetPasswordPage(pages: Hono, deps: Pick<EdgeDeps, 'accounts' | 'addressHeader'>): void {
  const { accounts, addressHeader } = deps;
  pages.get(path, async (context) => {
    const token = context.req.query('token') ?? '';
    const holds = await accounts.holdsResetLink(token);
    return page(context, holds ? <Choose token={token} trouble={null} /> : <UsedUp />, holds ? 200 : 410);
  });
  pages.post(path, async (context) => {
    const { token = '', password = '', again = '' } = await formFields(context);
    const from = socketAddress(context, addressHeader);
    const answer = password === again ? await accounts.resetPassword(token, password, from) : 'differs';
    if (answer === 'changed') return page(context, <Changed />);
    if (answer === 'link-used-or-expired') return page(context, <UsedUp />, 410);
    return page(context, <Choose token={token} trouble={answer} />, 400);
  });
}

function Choose({ token, trouble }: { readonly token: string; readonly trouble: PasswordTrouble | null }) {
  return (
    <Layout title="Choose a new password">
      <form method="post" action={path}>
        <input type="hidden" name="token" value={token} />
        <NewPassword label="New password" trouble={trouble} />
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
