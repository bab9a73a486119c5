import { fileURLToPath } from 'node:url';
import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: 'renderer/locales/{locale}/messages', include: ['renderer'] }],
  // Values in messages stay whole.
  runtimeConfigModule: { Trans: [fileURLToPath(new URL('renderer/ui/trans.tsx', import.meta.url)), 'Trans'] },
  // Line numbers would change the catalog with every edit above a text.
  format: formatter({ lineNumbers: false }),
});
