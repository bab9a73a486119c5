import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'partner-desk-catalog-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every text of the screens stands in the catalog; without that the built app shows its id', () => {
  const wanted = texts(readFileSync(extracted(), 'utf8'));
  const kept = texts(readFileSync(join(root, 'renderer/locales/en/messages.po'), 'utf8'));
  expect(wanted.size).toBeGreaterThan(100);
  expect([...wanted].filter((text) => !kept.has(text))).toEqual([]);
});

/** The catalog as it would be made from the sources now. */
function extracted(): string {
  const config = join(folder, 'lingui.config.mjs');
  writeFileSync(
    config,
    `import own from ${JSON.stringify(join(root, 'lingui.config.ts'))};
    const [catalog] = own.catalogs;
    const path = ${JSON.stringify(join(folder, '{locale}/messages'))};
    export default { ...own, rootDir: ${JSON.stringify(root)}, catalogs: [{ ...catalog, path }] };`,
  );
  const lingui = join(root, 'node_modules/@lingui/cli/dist/lingui.js');
  execFileSync(process.execPath, [lingui, 'extract', '--config', config], { cwd: root, stdio: 'pipe' });
  return join(folder, 'en/messages.po');
}

function texts(catalog: string): ReadonlySet<string> {
  const entries = catalog.split('\n\n').map((entry) => {
    // A long text is written over several lines.
    const [, lines = ''] = /^msgid ((?:".*"\n?)+)/m.exec(entry) ?? [];
    return lines.replaceAll(/"\n"/g, '').trim();
  });
  return new Set(entries.filter((text) => text !== '' && text !== '""'));
}
