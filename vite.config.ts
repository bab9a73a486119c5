import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { PluginOption } from 'vite';

/** The plugins every reader of renderer sources needs: the build, and the tests of components. */
export function rendererPlugins(): PluginOption[] {
  // plugin-react runs no Babel, so Lingui's macros get a Babel pass of their own. Lingui's native transform would be simpler,
  // but npm leaves its binding out when the packages are installed under Node 20.
  process.env['LINGUI_SUPPRESS_BABEL_WARNING'] = '1';
  return [react(), lingui(), babel({ presets: [linguiTransformerBabelPreset()] })];
}

export default defineConfig({
  root: 'renderer',
  // The page is served from app://desk/, where absolute paths and relative ones both work; relative ones also survive a preview.
  base: './',
  plugins: rendererPlugins(),
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Chromium 130 is the oldest that runs it (Electron 33).
    target: 'chrome130',
    sourcemap: true,
    // A data: URL would need img-src data: and font-src data: in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page comes from the disk: no chunk is too large to fetch.
    chunkSizeWarningLimit: 10_000,
  },
});
