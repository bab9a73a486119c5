/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { EdgeDeps } from '../edge-deps.ts';
import { socketAddress } from '../http/socket-address.ts';
import { Layout } from './layout.tsx';
import { NewPassword, type PasswordTrouble } from './new-password.tsx';
import { formFields, page } from './page-answer.ts';

const path = '/invitation';

/** Where the link of an invitation leads: the first password is chosen, then it says how to get the app. Looking at it uses nothing up. */
export function invitationPage(pages: Hono, deps: Pick<EdgeDeps, 'accounts' | 'addressHeader' | 'publicUrl'>): void {
  const { accounts, addressHeader, publicUrl } = deps;
  pages.get(path, async (context) => {
    const token = context.req.query('token') ?? '';
    const holds = await accounts.holdsInvitation(token);
    return page(context, holds ? <Choose token={token} trouble={null} /> : <UsedUp />, holds ? 200 : 410);
  });
  pages.post(path, async (context) => {
    const { token = '', password = '', again = '' } = await formFields(context);
    const from = socketAddress(context, addressHeader);
    const answer = password === again ? await accounts.acceptInvitation(token, password, from) : 'differs';
    if (answer === 'changed') return page(context, <Chosen server={publicUrl()} />);
    if (answer === 'link-used-or-expired') return page(context, <UsedUp />, 410);
    return page(context, <Choose token={token} trouble={answer} />, 400);
  });
}

function Choose({ token, trouble }: { readonly token: string; readonly trouble: PasswordTrouble | null }) {
  return (
    <Layout title="Welcome to Partner Desk">
      <p>Choose the password that you will sign in with. Your e-mail address is your name there.</p>
      <form method="post" action={path}>
        <input type="hidden" name="token" value={token} />
        <NewPassword label="Password" trouble={trouble} />
        <button type="submit">Choose this password</button>
      </form>
    </Layout>
  );
}

function Chosen({ server }: { readonly server: string }) {
  return (
    <Layout title="Your password is chosen">
      <p>The next step is the app:</p>
      <ol>
        <li>Install Partner Desk. Whoever invited you, or your company's IT, has the installer.</li>
        <li>
          Start it, choose “Change server” and enter <code>{server}</code>
        </li>
        <li>Sign in with the e-mail address that the invitation came to, and the password you have just chosen.</li>
      </ol>
    </Layout>
  );
}

function UsedUp() {
  return (
    <Layout title="This link does not work any more">
      <p>It was used already, is older than a week, or a newer invitation has taken its place.</p>
      <p>
        If you have chosen a password, sign in to the app with it, or use “Forgotten password?” there. Otherwise ask
        whoever invited you to invite you again.
      </p>
    </Layout>
  );
}
