import type { Page } from 'playwright-core';
import { asItIs, openLayer, press } from '../support/preview/acts.ts';
import { lookAtScreens } from '../support/preview/look-at-screens.ts';

const openMenu = async (page: Page) => {
  await press(/^Account of/)(page);
  await page.getByRole('menu').waitFor();
};

lookAtScreens([
  ['the outbox', 'signed-in', '#/outbox', asItIs],
  ['an empty outbox', 'quiet', '#/outbox', asItIs],
  ['discarding', 'signed-in', '#/outbox', openLayer(press(/^Discard: Approve/))],
  ['refusals', 'signed-in', '#/refusals', asItIs],
  ['settings', 'signed-in', '#/settings', asItIs],
  ['the connection', 'signed-in', '#/connection', asItIs],
  ['the connection when offline', 'offline', '#/connection', asItIs],
  ['the palette', 'signed-in', '#/settings', openLayer((page) => page.keyboard.press('Control+k'))],
  ['the keys', 'signed-in', '#/settings', openLayer((page) => page.keyboard.press('?'))],
  ['the account menu', 'signed-in', '#/settings', openMenu],
  ['the notices', 'signed-in', '#/settings', openLayer(press(/^Notices/))],
  ['an address that leads nowhere', 'signed-in', '#/nowhere', asItIs],
]);
