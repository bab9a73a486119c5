import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchPackage } from '../support/desktop/launch-package.ts';
import type { PackagedDesk } from '../support/desktop/launch-package.ts';
import { readablePackage, root } from '../support/desktop/readable-app.ts';

let folder: string;
let desk: PackagedDesk;

beforeAll(async () => {
  const { NODE_ENV: _ours, VITEST: _too, ...env } = process.env;
  const script = join(root, 'scripts', 'package.mjs');
  execFileSync(process.execPath, [script, '--if-changed', '--linux', 'dir'], { env, stdio: 'pipe' });
  folder = readablePackage();
  desk = await launchPackage(join(folder, 'partner-desk'));
}, 300_000);

afterAll(async () => {
  await desk.kill();
});

test('the package opens its page from its own scheme', async () => {
  await expect.poll(() => desk.page.url(), { timeout: 30_000 }).toMatch(/^app:\/\//);
  await expect.poll(() => desk.page.title(), { timeout: 30_000 }).toContain('Partner Desk');
  expect(desk.violations()).toEqual([]);
});

test('every fuse of the package is closed', async () => {
  const wire = await getCurrentFuseWire(join(folder, 'partner-desk'));
  const closed = {
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
  };
  expect(wire).toMatchObject(closed);
});

test('the package holds one app and no way to open another', () => {
  expect(existsSync(join(folder, 'resources', 'app.asar'))).toBe(true);
  expect(existsSync(join(folder, 'resources', 'default_app.asar'))).toBe(false);
  expect(existsSync(join(folder, 'resources', 'app'))).toBe(false);
});

test('the package is of the lane that looks for updates, and knows where', () => {
  const manifest: unknown = JSON.parse(extractFile(join(folder, 'resources', 'app.asar'), 'package.json').toString());
  expect(manifest).toMatchObject({ lane: 'self' });
  expect(readFileSync(join(folder, 'resources', 'app-update.yml'), 'utf8')).toMatch(/^url: https:\/\//m);
});
