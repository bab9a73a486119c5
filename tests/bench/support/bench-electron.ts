import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchDesk } from '../../support/desktop/launch-desk.ts';
import { freePort } from '../../support/postgres-cluster.ts';
import type { RecordedAnswer } from './bench-portal.ts';
import { buildPage } from './build-page.ts';

/** A page in the renderer of the real Electron, with IndexedDB on the disk, that holds both stores. */
export interface BenchElectron {
  readonly page: Page;
  /** Lays answers ready for the page and gives what they answer. */
  readonly lay: (folder: string, answers: readonly RecordedAnswer[]) => readonly string[];
  readonly close: () => Promise<void>;
}

/** Builds the bench page from the app's own sources and opens it in an Electron of its own. */
export async function openBenchElectron(): Promise<BenchElectron> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-app-'));
  chmodSync(folder, 0o755);
  await buildPage('bench-page', join(folder, 'page'));
  const answers = new Map<string, readonly RecordedAnswer[]>();
  const port = await freePort();
  const server = await serve(port, join(folder, 'page'), answers);
  writeApp(join(folder, 'app'), `http://127.0.0.1:${port}/`);
  const desk = await launchDesk({ folder: join(folder, 'app'), keyStore: 'none', args: ['--js-flags=--expose-gc'] });
  await desk.page.waitForFunction(() => 'bench' in window);
  return {
    page: desk.page,
    lay: (name, laid) => {
      answers.set(name, laid);
      return laid.map((answer) => answer.asked);
    },
    close: async () => {
      await desk.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Loopback counts as secure, so the page has WebCrypto; isolated, its clock is exact to microseconds. */
async function serve(port: number, folder: string, answers: ReadonlyMap<string, readonly RecordedAnswer[]>) {
  const { readFile } = await import('node:fs/promises');
  const isolated = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cache-control': 'no-store',
  };
  const server = createServer((request, response) => {
    const [, kind = '', name = '', index = ''] = (request.url ?? '').split('/');
    const recorded = kind === 'answers' ? answers.get(name)?.[Number(index)]?.bytes : undefined;
    if (recorded) {
      response.writeHead(200, { ...isolated, 'content-type': 'application/x-ndjson' }).end(recorded);
    } else if (kind === 'bench-page.js') {
      void readFile(join(folder, 'bench-page.js')).then((script) =>
        response.writeHead(200, { ...isolated, 'content-type': 'text/javascript' }).end(script),
      );
    } else if (kind === '') {
      const html = '<!doctype html><title>Bench</title><script type="module" src="bench-page.js"></script>';
      response.writeHead(200, { ...isolated, 'content-type': 'text/html' }).end(html);
    } else response.writeHead(404, isolated).end();
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return server;
}

function writeApp(folder: string, address: string): void {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'bench', version: '1.0.0', type: 'module', main: 'main.mjs' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  // Not awaited at the top: Electron is not ready before its main module has ended.
  const main = `import { app, BrowserWindow } from 'electron';
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 800, webPreferences: { backgroundThrottling: false } });
  return window.loadURL(${JSON.stringify(address)});
});
`;
  writeFileSync(join(folder, 'main.mjs'), main);
}
