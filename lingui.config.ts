import { formatter } from '@lingui/format-po';
import type { LinguiConfig } from '@lingui/conf';

const config: LinguiConfig = {
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: 'renderer/locales/{locale}/messages', include: ['renderer'] }],
  // Line numbers would change the catalog with every edit above a text.
  format: formatter({ lineNumbers: false }),
};

export default config;
