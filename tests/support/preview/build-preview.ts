import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { rendererPlugins } from '../../../vite.config.ts';

/** The preview as it would be shipped, on a free port: no server that transforms files while a page is being looked at. */
export async function buildPreview() {
  const outDir = mkdtempSync(join(tmpdir(), 'preview-'));
  const common = { root: import.meta.dirname, configFile: false, logLevel: 'error' } as const;
  await build({
    ...common,
    plugins: rendererPlugins(),
    build: { outDir, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
  });
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (!address) throw new Error('the preview has no address');
  return {
    address,
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
