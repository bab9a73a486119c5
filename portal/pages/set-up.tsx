/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { z } from 'zod';
import { shortestPassword } from '../accounts/auth.ts';
import { holdsSetUpToken, makeFirstOperator } from '../network/first-operator.ts';
import { nameSchema } from '../network/network-document.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { Field, Layout, Trouble } from './layout.tsx';
import { formFields, page, passwordTrouble } from './page-answer.ts';

const path = '/set-up';
const operator = z.object({ company: nameSchema, name: nameSchema, email: z.string().trim().pipe(z.email().max(200)) });

/** Where the link leads that an empty portal server prints: its first operator. Looking at it uses nothing up. */
export function setUpPage(pages: Hono, deps: PortalDeps): void {
  pages.get(path, async (context) => {
    const token = context.req.query('token') ?? '';
    if (!(await holdsSetUpToken(deps, token))) return page(context, <UsedUp />, 410);
    return page(context, <Begin token={token} given={{}} trouble={null} />);
  });
  pages.post(path, async (context) => {
    const given = await formFields(context);
    const { token = '', password = '', again = '' } = given;
    const who = operator.safeParse(given);
    const trouble = who.success ? passwordTrouble(password, again) : inputTrouble(who.error);
    if (!who.success || trouble) return page(context, <Begin token={token} given={given} trouble={trouble} />, 400);
    const { company, name, email } = who.data;
    const made = await makeFirstOperator(deps, token, { company, name, email: email.toLowerCase(), password });
    return made ? page(context, <Ready email={email} />) : page(context, <UsedUp />, 410);
  });
}

function inputTrouble({ issues }: z.ZodError): string {
  const names = issues.some(({ path: [field] }) => field === 'company' || field === 'name');
  return names ? 'Please say who operates this portal server, and who you are.' : 'Please check the e-mail address.';
}

interface BeginProps {
  readonly token: string;
  readonly given: Readonly<Record<string, string>>;
  readonly trouble: string | null;
}

function Begin({ token, given, trouble }: BeginProps) {
  const { company = '', name = '', email = '' } = given;
  return (
    <Layout title="Set up this portal server">
      <p>It is empty. Its first operator adds the insurers' portals, the companies and their people.</p>
      <Trouble text={trouble} />
      <form method="post" action={path}>
        <input type="hidden" name="token" value={token} />
        <Field name="company" label="Operating company" autocomplete="organization" value={company} />
        <Field name="name" label="Your name" autocomplete="name" value={name} />
        <Field name="email" label="Your e-mail address" type="email" autocomplete="username" value={email} />
        <Field
          name="password"
          label="Password"
          type="password"
          autocomplete="new-password"
          hint={`At least ${shortestPassword} characters; a sentence is good.`}
        />
        <Field name="again" label="The same again" type="password" autocomplete="new-password" />
        <button type="submit">Become the operator</button>
      </form>
    </Layout>
  );
}

function Ready({ email }: { readonly email: string }) {
  return (
    <Layout title="You are the operator">
      <p>
        Sign in as {email}. The next step is to send the network to <code>POST /set-up/network</code>; the description
        of the API is at <a href="/reference">/reference</a>.
      </p>
    </Layout>
  );
}

function UsedUp() {
  return (
    <Layout title="This link does not work any more">
      <p>It was used already, or is older than a day. Start an empty portal server again to have another one.</p>
    </Layout>
  );
}
