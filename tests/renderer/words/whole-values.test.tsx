import type { I18n, Messages } from '@lingui/core';
import { Trans as MacroTrans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { I18nProvider } from '@lingui/react';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { loadLanguage } from '../../../renderer/app/languages.ts';
import { Trans } from '../../../renderer/ui/trans.tsx';

/** A compiled message: text, `[name]`, or `[name, kind, what it becomes in each case]`. */
type Token = string | readonly [name: string, kind?: string, cases?: Readonly<Record<string, unknown>> | string];

const odd = String.raw`D:\Tools\x64 \u00e4 \\ {0} <0/> <b>wet</b> < # 'it' ''`;
const catalogs = import.meta.glob<{ messages: Messages }>('../../../renderer/locales/*/messages.po', {
  eager: true,
});

test('there is a catalog for every language', () => {
  expect(Object.keys(catalogs)).toContain('../../../renderer/locales/en/messages.po');
});

test.each(Object.keys(catalogs))('every message of %s shows its values as they are', (path) => {
  const i18n = loadLanguage();
  const messages = catalogs[path]?.messages ?? {};
  i18n.load('xx', messages);
  i18n.activate('xx', ['en-GB']);
  let shown = 0;
  for (const [id, message] of Object.entries(messages)) {
    const values = new Map<string, unknown>();
    const plain = valuesOf(message, values);
    if (plain === 0) continue;
    shown += 1;
    const asked = Object.fromEntries(values);
    const times = (text: string): number => text.split(odd).length - 1;
    expect([message, times(i18n._(id, asked))]).toEqual([message, plain]);
    expect([message, times(i18n._({ id, values: asked }))]).toEqual([message, plain]);
    expect([message, times(textOf(i18n, <Trans id={id} values={asked} components={elements} />))]).toEqual([
      message,
      plain,
    ]);
  }
  expect(shown).toBeGreaterThan(50);
});

test('macros make such messages too', () => {
  const i18n = loadLanguage();
  const name = odd;
  expect(t`The file ${name} is here`).toBe(`The file ${odd} is here`);
  const text = textOf(
    i18n,
    <MacroTrans>
      The <b>file {name}</b> is here
    </MacroTrans>,
  );
  expect(text).toBe(`The file ${odd} is here`);
});

const elements = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [String(index), <span key={index} />]));

function textOf(i18n: I18n, part: React.ReactNode): string {
  const { container, unmount } = render(<I18nProvider i18n={i18n}>{part}</I18nProvider>);
  const text = container.textContent;
  unmount();
  return text;
}

/** Notes a value for each name; answers how often the odd one is shown: of the cases of a plural or a select one is. */
function valuesOf(message: unknown, values: Map<string, unknown>): number {
  if (!Array.isArray(message)) return 0;
  return (message as readonly Token[]).reduce((sum, token) => {
    if (typeof token === 'string') return sum;
    const [name, kind, cases] = token;
    if (kind === undefined) {
      values.set(name, odd);
      return sum + 1;
    }
    values.set(name, kind === 'select' ? Object.keys(cases ?? {})[0] : 5);
    if (typeof cases !== 'object') return sum;
    const chosen = kind === 'select' ? Object.values(cases)[0] : cases['other'];
    return sum + valuesOf(chosen, values);
  }, 0);
}
