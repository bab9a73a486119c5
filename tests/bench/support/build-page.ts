import { resolve } from 'node:path';
import { build } from 'vite';

/** Builds a program of tests/bench/page for the page, as one file of its name, with the app's own sources in it. */
export async function buildPage(name: 'bench-page' | 'click-page', outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      outDir,
      emptyOutDir: true,
      // Names stay, so that a stack says where it went wrong.
      minify: false,
      target: 'chrome130',
      rolldownOptions: {
        input: resolve(import.meta.dirname, '..', 'page', `${name}.ts`),
        output: { entryFileNames: `${name}.js`, format: 'iife', codeSplitting: false },
      },
    },
  });
}
