/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { z } from 'zod';
import { passwordFault } from '../accounts/password-rules.ts';
import { holdsSetUpToken, makeFirstOperator } from '../network/first-operator.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { nameSchema } from '../../shared/contract/parts.ts';
import { Field, Layout } from './layout.tsx';
import { NewPassword, type PasswordTrouble } from './new-password.tsx';
import { formFields, page } from './page-answer.ts';

const path = '/set-up';
const operator = z.object({ company: nameSchema, name: nameSchema, email: z.string().trim().pipe(z.email().max(200)) });

/** Where the link leads that an empty portal server prints: its first operator. Looking at it uses nothing up. */
export function setUpPage(pages: Hono, deps: PortalDeps): void {
  pages.get(path, async (context) => {
    const token = context.req.query('token') ?? '';
    if (!(await holdsSetUpToken(deps, token))) return page(context, <UsedUp />, 410);
    return page(context, <Begin token={token} given={{}} />);
  });
  pages.post(path, async (context) => {
    const given = await formFields(context);
    const { token = '', password = '', again = '' } = given;
    const who = operator.safeParse(given);
    if (!who.success) return page(context, <Begin token={token} given={given} wrong={fieldsOf(who.error)} />, 400);
    const trouble = password === again ? await passwordFault(password, who.data) : 'differs';
    if (trouble) return page(context, <Begin token={token} given={given} trouble={trouble} />, 400);
    const { company, name, email } = who.data;
    const made = await makeFirstOperator(deps, token, { company, name, email: email.toLowerCase(), password });
    return made ? page(context, <Ready email={email} />) : page(context, <UsedUp />, 410);
  });
}

function fieldsOf({ issues }: z.ZodError): ReadonlySet<unknown> {
  return new Set(issues.map(({ path: [field] }) => field));
}

interface BeginProps {
  readonly token: string;
  readonly given: Readonly<Record<string, string>>;
  /** The fields that cannot be taken as they are. */
  readonly wrong?: ReadonlySet<unknown>;
  readonly trouble?: PasswordTrouble;
}

function Begin({ token, given, wrong, trouble }: BeginProps) {
  const about = (name: string, words: string) => ({
    name,
    value: given[name] ?? '',
    trouble: wrong?.has(name) ? words : undefined,
  });
  return (
    <Layout title="Set up this portal server">
      <p>It is empty. Its first operator adds the insurers' portals, the companies and their people.</p>
      <form method="post" action={path}>
        <input type="hidden" name="token" value={token} />
        <Field
          {...about('company', 'Please say who operates this portal server.')}
          label="Operating company"
          autocomplete="organization"
        />
        <Field {...about('name', 'Please say who you are.')} label="Your name" autocomplete="name" />
        <Field
          {...about('email', 'Please check the e-mail address.')}
          label="Your e-mail address"
          type="email"
          autocomplete="username"
        />
        <NewPassword label="Password" trouble={trouble ?? null} />
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
