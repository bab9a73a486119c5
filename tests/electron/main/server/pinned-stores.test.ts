import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPinnedStores } from '../../../../electron/main/server/pinned-stores.ts';
import { aFolder } from '../../support/a-folder.ts';

test('sync 25: the store met at an address is remembered across starts, and forgotten only when told', async () => {
  const folder = aFolder();
  const pins = await openPinnedStores(folder);
  await pins.pin('https://a.example', 'store-1');
  const again = await openPinnedStores(folder);
  expect([again.at('https://a.example'), again.at('https://b.example')]).toEqual(['store-1', null]);
  await again.unpin('https://a.example');
  expect((await openPinnedStores(folder)).at('https://a.example')).toBeNull();
});

test('a damaged file of known servers does not keep the app from starting', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'known-servers.json'), '[1,');
  expect((await openPinnedStores(folder)).at('https://a.example')).toBeNull();
});
