import { defineConfig } from 'vitest/config';
import { rendererPlugins } from './vite.config.ts';

interface Folder {
  readonly name: string;
  readonly timeout?: number;
  /** Its files share one screen, with the focus, and two cores that an app needs both of. */
  readonly oneAtATime?: boolean;
  readonly setUp?: string[];
}

const postgres = 'tests/support/postgres-for-run.ts';
const built = 'tests/support/desktop/build-for-run.ts';
const preview = 'tests/support/preview/preview-for-run.ts';
const setupFiles = ['tests/support/usual-seed.ts'];

const folders: readonly Folder[] = [
  { name: 'shared' },
  { name: 'electron', timeout: 30_000 },
  { name: 'scripts', timeout: 60_000 },
  { name: 'portal', timeout: 60_000, setUp: [postgres] },
  { name: 'journeys', timeout: 600_000, setUp: [postgres] },
  { name: 'architecture', timeout: 120_000 },
  { name: 'desktop', timeout: 180_000, oneAtATime: true, setUp: [built] },
  { name: 'pages', timeout: 120_000, setUp: [preview] },
];

const inNode = folders.map(({ name, timeout = 10_000, oneAtATime = false, setUp = [] }) => ({
  test: {
    name,
    environment: 'node' as const,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: ['tests/architecture/fixtures/**'],
    testTimeout: timeout,
    hookTimeout: Math.max(timeout, 60_000),
    fileParallelism: !oneAtATime,
    globalSetup: setUp,
    setupFiles,
  },
}));

export default defineConfig({
  test: {
    // Two cores are the smallest machine the suite is meant for; more workers there only wait for each other.
    maxWorkers: 2,
    projects: [
      ...inNode,
      {
        plugins: rendererPlugins(),
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          setupFiles: [...setupFiles, 'tests/support/renderer/reader-zone.ts'],
        },
      },
    ],
  },
});
