import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { servePage } from '../../../../electron/main/scheme/serve-page.ts';
import { aFolder } from '../../support/a-folder.ts';

function aRenderer(): string {
  const folder = join(aFolder(), 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, '..', 'secret.json'), '"secret"');
  writeFileSync(
    join(folder, 'index.html'),
    '<style nonce="__CSP_NONCE__"></style><script nonce="__CSP_NONCE__"></script>',
  );
  writeFileSync(join(folder, 'assets', 'app.js'), 'run()');
  writeFileSync(join(folder, 'assets', 'font.woff2'), 'font');
  writeFileSync(join(folder, 'assets', 'notes.exe'), 'no');
  return folder;
}

test('the page is served for each of its views, with a nonce of its own in page and policy', async () => {
  const folder = aRenderer();
  const nonces = new Set<string>();
  for (const path of ['/', '/cases/c1', '/index.html']) {
    const answer = await servePage(folder, path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(await answer.text()).toBe(`<style nonce="${nonce}"></style><script nonce="${nonce}"></script>`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('the policy allows nothing unsafe and connects to its own origin only', async () => {
  const policy = (await servePage(aRenderer(), '/')).headers.get('content-security-policy') ?? '';
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self';");
});

test('built files have their types, anything else is not served', async () => {
  const folder = aRenderer();
  const type = async (path: string): Promise<string | null> => {
    const answer = await servePage(folder, path);
    return answer.status === 200 ? answer.headers.get('content-type') : null;
  };
  expect(await type('/assets/app.js')).toBe('text/javascript; charset=utf-8');
  expect(await type('/assets/font.woff2')).toBe('font/woff2');
  expect(await type('/assets/notes.exe')).toBeNull();
  expect(await type('/assets/none.js')).toBeNull();
  expect(await type('/assets.js/')).toBeNull();
});

test('no path leads out of the folder', async () => {
  const folder = aRenderer();
  const known = [
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..\\..\\secret.json',
    '/%00.json',
    '/%zz',
    '//etc/passwd.json',
  ];
  for (const path of known) expect((await servePage(folder, path)).status).toBe(404);
  const part = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', 'secret.json', 'assets', ''),
    fc.string({ maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
      const answer = await servePage(folder, `/${parts.join('/')}`);
      expect(await answer.text()).not.toContain('secret');
    }),
    { numRuns: 300 },
  );
});
