import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { root } from '../desktop/readable-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly previewAddress: string;
  }
}

const configFile = join(import.meta.dirname, 'vite.config.ts');

/** Vitest's global set-up of the pages: the preview is built once for all files, and served on a free port. */
export default async function previewForRun(project: TestProject): Promise<() => Promise<void>> {
  const outDir = mkdtempSync(join(tmpdir(), 'preview-'));
  // A process of its own: under Vitest's NODE_ENV React would be built for development.
  const { NODE_ENV: _ours, VITEST: _too, ...env } = process.env;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--config', configFile, '--outDir', outDir], {
    env,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the preview does not build:\n${built.stdout}${built.stderr}`);
  const server = await preview({ configFile, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (!address) throw new Error('the preview has no address');
  project.provide('previewAddress', address);
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
}
