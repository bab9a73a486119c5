import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { rendererPlugins } from '../../../vite.config.ts';

/** Serves the preview's page on a free port of this machine. */
export async function servePreview(port = 0): Promise<ViteDevServer> {
  const server = await createServer({
    root: import.meta.dirname,
    configFile: false,
    plugins: rendererPlugins(),
    logLevel: 'error',
    cacheDir: join(import.meta.dirname, '../../../.cache/preview'),
    server: { port, host: '127.0.0.1', fs: { allow: [join(import.meta.dirname, '../../..')] }, hmr: false },
    optimizeDeps: { include: ['@tabler/icons-react'] },
  });
  return server.listen();
}
