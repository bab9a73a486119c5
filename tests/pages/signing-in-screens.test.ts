import type { Page } from 'playwright-core';
import { asItIs, openLayer, press } from '../support/preview/acts.ts';
import { lookAtScreens } from '../support/preview/look-at-screens.ts';

const signIn = async (page: Page) => {
  await page
    .getByRole('button', { name: /Anna Korhonen/ })
    .first()
    .click();
  await page.getByLabel('Password', { exact: true }).fill('x');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
};
const nothingTyped = async (page: Page) => {
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Too short yet').first().waitFor();
};
const toPeople = async (page: Page) => {
  await page.getByLabel('Password', { exact: true }).fill('a rainy day in May');
  await page.getByLabel('The same again').fill('a rainy day in May');
  for (const name of ['The insurer’s portal', 'The insurer’s first person', 'Partner companies and their people']) {
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
};
const toPasswords = async (page: Page) => {
  await toPeople(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Set up the portal' }).click();
  await page.getByRole('heading', { name: 'Your portal is set up' }).waitFor();
};

lookAtScreens([
  ['signing in with a demo', 'demo', '', asItIs],
  ['the first start', 'first-start', '', asItIs],
  ['the set-up', 'set-up', '', asItIs],
  ['what is missing in the set-up', 'set-up', '', nothingTyped],
  ['people of the set-up', 'set-up', '', toPeople],
  ['the first passwords', 'set-up', '', toPasswords],
  ['known accounts', 'known', '', asItIs],
  ['a slowed-down sign-in', 'slow-down', '', signIn],
  ['what is locked by a former password', 'keys-lost', '', signIn],
  ['a certificate that is not trusted', 'certificate', '', signIn],
  ['the server form', 'demo', '', press(/^Change server/)],
  ['a server set by policy', 'policy', '', press(/^About this server/)],
  ['the session that ended', 'signed-out', '#/settings', openLayer(asItIs)],
]);
