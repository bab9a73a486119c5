import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskSettings, openSettings } from '../../../../electron/main/machine/settings.ts';
import { aFolder } from '../../support/a-folder.ts';

const defaults = { theme: 'system', density: 'normal', navigation: 'open', workOffline: false, server: null };

test('settings outlive the app; changes that come at once are all kept', async () => {
  const folder = aFolder();
  const settings = await openSettings(folder);
  expect(deskSettings(settings.get())).toEqual(defaults);
  await Promise.all([
    settings.change({ theme: 'dark' }),
    settings.change({ zoom: 1.5 }),
    settings.change({ density: 'compact' }),
  ]);
  const again = await openSettings(folder);
  expect(again.get()).toMatchObject({ theme: 'dark', zoom: 1.5, density: 'compact' });
});

test('a damaged file gives the defaults, a damaged value gives its own default only', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'settings.json'), '{"theme":');
  expect(deskSettings((await openSettings(folder)).get())).toEqual(defaults);
  writeFileSync(join(folder, 'settings.json'), '{"theme":"pink","zoom":77,"density":"compact","from":"later"}');
  expect((await openSettings(folder)).get()).toMatchObject({ theme: 'system', zoom: 1, density: 'compact' });
});
