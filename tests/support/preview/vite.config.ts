import { defineConfig } from 'vite';
import { rendererPlugins } from '../../../vite.config.ts';

/** The preview as it would be shipped: no server that transforms files while a page is being looked at. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'error',
  plugins: rendererPlugins(),
  build: { emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
});
