#!/usr/bin/env bash
# @lingui/react 6.11.0: Trans puts the values into the message first and looks for its own tags in the result. A value
# that holds what looks like one loses it: the text "a <0>b</0> c" is shown as "a b c", and "<draft/>" as nothing, while
# i18n._() of the same message answers the values whole. As an element the value is left alone. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error @lingui/core@6.11.0 @lingui/react@6.11.0 react@19.3.1 react-dom@19.3.1 >/dev/null
cat >try.mjs <<'JS'
import { setupI18n } from '@lingui/core';
import { I18nProvider, Trans } from '@lingui/react';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
console.error = () => undefined;
const i18n = setupI18n({ locale: 'en', messages: { en: { kept: ['Kept: ', ['name']] } } });
const shown = (name) => {
  const message = createElement(Trans, { id: 'kept', values: { name } });
  return renderToStaticMarkup(createElement(I18nProvider, { i18n }, message));
};
for (const name of ['a <0>b</0> c', '<draft/>']) {
  console.log(`${i18n._('kept', { name })} | Trans: "${shown(name)}" | as an element: "${shown(createElement(Fragment, null, name))}"`);
}
JS
seen=$(node try.mjs 2>/dev/null)
echo "@lingui/react $(node -p "JSON.parse(require('fs').readFileSync('node_modules/@lingui/react/package.json', 'utf8')).version")"
echo "$seen"
wanted='Kept: a <0>b</0> c | Trans: "Kept: a b c" | as an element: "Kept: a &lt;0&gt;b&lt;/0&gt; c"
Kept: <draft/> | Trans: "Kept: " | as an element: "Kept: &lt;draft/&gt;"'
[ "$seen" = "$wanted" ]
