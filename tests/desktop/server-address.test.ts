import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { launchDesk, type Desk, type DeskOptions } from '../support/desktop/launch-desk.ts';
import { startOddServers, type OddServers } from '../support/desktop/odd-servers.ts';
import { newProfile } from '../support/desktop/session.ts';

let server: DemoPortal;
let odd: OddServers;
const profile = newProfile();

beforeAll(async () => {
  [server, odd] = await Promise.all([startDemoPortal(), startOddServers()]);
});

afterAll(async () => {
  await Promise.all([server.close(), odd.close()]);
});

test('a first connection says in words what is wrong with an address, and keeps the one that is right', async () => {
  // Names that end in `.invalid` are looked up here; others would be the proxy's business.
  const proxy = [`--proxy-server=${odd.proxy}`, '--proxy-bypass-list=*.invalid'];
  const { page } = await aDesk({ args: proxy });
  await page.getByRole('button', { name: 'Connect to a portal server' }).click();
  await page.getByRole('radio', { name: 'At a portal server' }).check();
  const expected: readonly (readonly [address: string, words: string])[] = [
    ['portal one', 'This is not an address'],
    ['http://portal.example', 'The address has to begin with https://'],
    ['portal.invalid', 'No server has this name'],
    ['portal.example', 'The proxy of your network does not let this through'],
    [odd.nobody, 'The server does not answer'],
    [odd.hotel, 'Something else answers at this address'],
    [odd.moved, 'Something else answers at this address'],
    [odd.newer, 'This version of Partner Desk is too old for the server'],
    [odd.older, 'This portal server is too old for Partner Desk'],
    [odd.selfSigned, "The server's certificate is not trusted"],
  ];
  const found: (readonly [string, string])[] = [];
  for (const [address] of expected) found.push([address, await checked(page, address)]);
  expect(found).toEqual(expected);

  await page.getByLabel('Address').fill(server.address);
  await page.getByRole('button', { name: 'Use this server' }).click();
  await page.getByText(hostOf(server.address)).waitFor();
});

test('the settings are kept; a switch wins over them, a policy over both, and neither can be changed here', async () => {
  const kept = await aDesk();
  await kept.page.getByText(hostOf(server.address)).waitFor();
  await kept.page.getByRole('button', { name: 'Change server' }).waitFor();
  await kept.desk.close();

  const switched = await aDesk({ args: [`--server=${odd.hotel}`] });
  expect(await aboutServer(switched.page)).toEqual([hostOf(odd.hotel), 'Set where Partner Desk was started']);
  await switched.desk.close();

  const managed = await aDesk({
    args: [`--server=${odd.hotel}`],
    policy: JSON.stringify({ server: 'https://portal.example' }),
  });
  expect(await aboutServer(managed.page)).toEqual(['portal.example', 'Managed by your organisation']);
  // Whatever the page has become, main does not let it choose.
  const chosen = await managed.page.evaluate((address) => window.desk.server.choose(address), server.address);
  expect(chosen).toMatchObject({ address: 'https://portal.example', decidedBy: 'policy' });
});

test('a policy that cannot be followed is said with its place and its reason, and the app works without it', async () => {
  const { page } = await aDesk({ policy: '{"server": "https://portal.example",' });
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain('The policy of your organisation is not followed');
  expect(await alert.textContent()).toContain('What stands in /etc/partner-desk/policy.json is not understood.');
  expect(await page.getByText(hostOf(server.address)).count()).toBe(1);
});

/** One app after the other on the same computer. */
async function aDesk(options: DeskOptions = {}): Promise<{ readonly desk: Desk; readonly page: Page }> {
  const desk = await launchDesk({ profile, ...options });
  onTestFinished(() => desk.kill());
  return { desk, page: desk.page };
}

async function checked(page: Page, address: string): Promise<string> {
  await page.getByLabel('Address').fill(address);
  await page.getByRole('button', { name: 'Check' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  return (await alert.locator('span').first().textContent()) ?? '';
}

async function aboutServer(page: Page): Promise<readonly (string | null)[]> {
  await page.getByRole('button', { name: 'About this server' }).click();
  const lines = page.getByRole('main').locator('svg + div > div');
  expect(await page.getByLabel('Address').count()).toBe(0);
  return lines.allTextContents();
}

const hostOf = (address: string): string => new URL(address).host;
