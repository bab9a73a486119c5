/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** A page of its own: plain HTML that works without script, in light and dark, at any width. */
export function Layout({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Partner Desk`}</title>
        <link rel="stylesheet" href="/pages/page.css" />
      </head>
      <body>
        <main>
          <p class="product">Partner Desk</p>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** A labelled field with what is wrong with it, read out by itself; a password never comes back in it. */
export function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
  readonly trouble?: string | undefined;
}) {
  const { name, label, type = 'text', autocomplete, value, hint, trouble } = props;
  const [troubleId, hintId] = [`${name}-trouble`, `${name}-hint`];
  const described = [...(trouble ? [troubleId] : []), ...(hint ? [hintId] : [])].join(' ');
  return (
    <p class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        autocomplete={autocomplete}
        required
        maxlength={200}
        {...(value === undefined ? {} : { value })}
        {...(trouble ? { 'aria-invalid': 'true' } : {})}
        {...(described ? { 'aria-describedby': described } : {})}
      />
      {trouble ? (
        <span class="trouble" id={troubleId} role="alert">
          {trouble}
        </span>
      ) : null}
      {hint ? (
        <span class="hint" id={hintId}>
          {hint}
        </span>
      ) : null}
    </p>
  );
}
