import { defineConfig } from 'vitest/config';
import { rendererPlugins } from './vite.config.ts';

interface Folder {
  readonly name: string;
  readonly timeout?: number;
  /** Files of these folders share one screen, one database server or one set of cores. */
  readonly oneAtATime?: boolean;
}

const folders: readonly Folder[] = [
  { name: 'shared' },
  { name: 'electron', timeout: 30_000 },
  { name: 'scripts', timeout: 60_000 },
  { name: 'portal', timeout: 60_000 },
  { name: 'journeys', timeout: 600_000 },
  { name: 'architecture', timeout: 120_000 },
  { name: 'desktop', timeout: 180_000, oneAtATime: true },
  { name: 'pages', timeout: 120_000, oneAtATime: true },
];

const inNode = folders.map(({ name, timeout = 10_000, oneAtATime = false }) => ({
  test: {
    name,
    environment: 'node' as const,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: ['tests/architecture/fixtures/**'],
    testTimeout: timeout,
    hookTimeout: Math.max(timeout, 60_000),
    fileParallelism: !oneAtATime,
    globalSetup: name === 'portal' || name === 'journeys' ? ['tests/support/postgres-for-run.ts'] : [],
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
        },
      },
    ],
  },
});
