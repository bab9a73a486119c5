// @vitest-environment node
import { expect, test } from 'vitest';
import type { PriceItem, PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import { aDirectory, aStanding } from '../../support/builders.ts';
import { aDisk, firstSync, openAccount } from '../../support/offline/an-account.ts';
import { aSyncedApp } from '../../support/offline/a-synced-app.ts';
import { openedRecords } from '../../support/offline/on-disk.ts';
import { aScriptedPortal } from '../../support/offline/scripted-portal.ts';
import { anAnswer, type Said } from '../../support/offline/sync-lines.ts';

const portal = 'nordic-portal';
const aList = (change: Partial<PriceListHead> = {}): PriceListHead => ({
  id: 'list-1',
  mark: 7,
  name: 'Repairs',
  validFrom: '2026-01-01',
  validUntil: null,
  currency: 'EUR',
  count: 1,
  ...change,
});
const item: PriceItem = { code: '1', text: 'Zebra drying', unit: 'day', trade: '', unitPrice: 1250 };
const entering = aStanding({ budgetPermission: true });

/** Anna's desk with a price list and its items; told what the portal server says next. */
async function synced() {
  const disk = aDisk();
  const account = await openAccount(disk);
  const start = { standing: entering, directory: aDirectory(), reading: {} };
  await firstSync(account.fed, { ...start, priceLists: [aList()] });
  await account.fed.keepPrices(portal, { list: aList(), items: [item] });
  let number = 1;
  const tell = async (said: Said): Promise<void> => {
    number += 1;
    const cursor = { number, mark: `m${String(number)}` };
    await account.fed.applyDelta(portal, await anAnswer({ cursor, ...said }));
  };
  const shown = () => account.desk.state().portals[0]?.prices ?? null;
  const isOnDisk = async (word: string) => (await openedRecords(disk)).some((text) => text.includes(word));
  return { account, disk, tell, shown, isOnDisk };
}

test('are read offline after the next start, and fetched once', async () => {
  const { disk, account } = await synced();
  expect(account.fed.pricesToFetch(portal)).toEqual([]);
  await account.close();
  const again = await openAccount(disk);
  expect(again.desk.state().portals[0]?.prices).toEqual({ lists: [aList()], fetched: [7] });
  expect(await again.desk.priceItems(portal, 7)).toEqual([item]);
  expect(again.fed.pricesToFetch(portal)).toEqual([]);
});

const ways: Readonly<Record<string, Said>> = {
  'what the portal server says': { priceLists: null },
  'a standing that gives none, said or not': { standing: aStanding({ budgetPermission: false }) },
};

test.each(Object.entries(ways))('leave the disk with %s', async (_, said) => {
  const { tell, shown, isOnDisk, account } = await synced();
  expect([await isOnDisk('Repairs'), await isOnDisk('Zebra')]).toEqual([true, true]);
  await tell(said);
  expect([shown(), await isOnDisk('Repairs'), await isOnDisk('Zebra')]).toEqual([null, false, false]);
  expect(account.fed.holdsPriceLists(portal)).toBe(false);
  // What was on its way when they left is not kept.
  await account.fed.keepPrices(portal, { list: aList(), items: [item] });
  expect(await isOnDisk('Zebra')).toBe(false);
});

test('a list that was replaced takes its items along, and one whose days are others keeps them', async () => {
  const { tell, shown, isOnDisk, account } = await synced();
  await tell({ priceLists: [aList({ validUntil: '2026-12-31' })] });
  expect([shown()?.fetched, await account.desk.priceItems(portal, 7)]).toEqual([[7], [item]]);
  await tell({ priceLists: [aList({ mark: 8 })] });
  expect([shown()?.fetched, await isOnDisk('Zebra')]).toEqual([[], false]);
  expect(await account.desk.priceItems(portal, 7)).toBeNull();
  expect(account.fed.pricesToFetch(portal)).toEqual([aList({ mark: 8 })]);
});

test('a round fetches what is given and not kept, by list and mark, and once', async () => {
  const scripted = aScriptedPortal();
  scripted.prices = { 'list-1': `${JSON.stringify(item)}\n` };
  scripted.delta = ({ priceLists }) => (priceLists === true ? {} : { priceLists: [aList()] });
  const app = await aSyncedApp({}, aDisk(), scripted, { standing: entering });
  expect(await app.desk.priceItems(portal, 7)).toEqual([item]);
  const asked = () => scripted.asked.filter((each) => each.endsWith('/items'));
  expect(asked()).toHaveLength(1);
  await app.loop.syncNow();
  expect(asked()).toHaveLength(1);
});
